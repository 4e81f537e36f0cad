/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paper/jx-pdf-tree.h"

#include <string.h>

#include "paper/jx-pdf-marks.h"

/* Links have numbers of cairo's in the tree's index of objects; pages come after all of them. */
#define PAGE_KEY 10000000u

/* A link on a page. */
typedef struct
{
  guint number;
  guint key;
  guint element;
} Link;

struct _JxPdfTree
{
  JxTagger *tagger;
  guint n_marked;  /* pages */
  GArray *pages;   /* (element-type guint): numbers of the page objects */
  GArray *marks;   /* (element-type JxPdfMark): by page; by element too */
  GArray *links;   /* (element-type Link) */
};

JxPdfTree *
jx_pdf_tree_new (JxTagger *tagger)
{
  JxPdfTree *tree = g_new0 (JxPdfTree, 1);

  tree->tagger = tagger;
  tree->pages = g_array_new (FALSE, FALSE, sizeof (guint));
  tree->marks = g_array_new (FALSE, FALSE, sizeof (JxPdfMark));
  tree->links = g_array_new (FALSE, FALSE, sizeof (Link));

  return tree;
}

gboolean
jx_pdf_tree_mark (JxPdfTree *tree, const char *content, gsize length, GString *out)
{
  return jx_pdf_marks_put (tree->tagger, content, length, tree->n_marked++, out, tree->marks);
}

/* Puts @entry before the end of the dictionary @body, whose line that begins with @instead_of goes. */
static char *
dup_with (const char *body, const char *instead_of, const char *entry)
{
  GString *text = g_string_new (body);
  const char *line = strstr (text->str, instead_of);
  const char *end;

  if (line != NULL)
    g_string_erase (text, line - text->str, strcspn (line, "\n") + 1);
  end = strrchr (text->str, '>');
  g_string_insert (text, end - 1 - text->str, entry);

  return g_string_free (text, FALSE);
}

char *
jx_pdf_tree_dup_page (JxPdfTree *tree, guint number, const char *body)
{
  char entry[64];

  g_snprintf (entry, sizeof entry, "   /StructParents %u\n   /Tabs /S\n", PAGE_KEY + tree->pages->len);
  g_array_append_val (tree->pages, number);

  return dup_with (body, "   /StructParents ", entry);
}

void
jx_pdf_tree_add_link (JxPdfTree *tree, guint number, const char *body)
{
  const char *key = strstr (body, "/StructParent ");
  Link link = { .number = number };

  if (key == NULL || tree->links->len >= tree->tagger->links->len)
    return;

  link.key = (guint) g_ascii_strtoull (key + strlen ("/StructParent "), NULL, 10);
  link.element = g_array_index (tree->tagger->links, guint, tree->links->len);
  g_array_append_val (tree->links, link);
}

char *
jx_pdf_tree_dup_catalog (const char *body, guint root)
{
  g_autofree char *entries = g_strdup_printf ("   /StructTreeRoot %u 0 R\n   /MarkInfo << /Marked true >>\n   /Lang (zh-CN)\n"
                                              "   /ViewerPreferences << /DisplayDocTitle true >>\n", root);

  return dup_with (body, "   /StructTreeRoot ", entries);
}

static void
append_reference (GString *out, guint number)
{
  jx_pdf_append_number (out, number);
  g_string_append_len (out, " 0 R ", 5);
}

static guint
get_page_number (const JxPdfTree *tree, guint page)
{
  return g_array_index (tree->pages, guint, page);
}

/* Of each element, where its children begin in @children, which are listed one after another. */
static guint *
list_children (const GArray *elements, guint **children)
{
  guint *starts = g_new0 (guint, elements->len + 1);
  g_autofree guint *filled = g_new0 (guint, elements->len + 1);

  *children = g_new0 (guint, elements->len + 1);
  for (guint i = 1; i < elements->len; i++)
    starts[g_array_index (elements, JxElement, i).parent + 1]++;
  for (guint i = 0; i < elements->len; i++)
    starts[i + 1] += starts[i];
  for (guint i = 1; i < elements->len; i++)
    {
      guint parent = g_array_index (elements, JxElement, i).parent;

      (*children)[starts[parent] + filled[parent]++] = i;
    }

  return starts;
}

/* What is marked of @element from mark *@next on, and its link. */
static void
append_content (const JxPdfTree *tree, guint element, guint *next, guint *next_link, GString *out)
{
  const Link *link = *next_link < tree->links->len ? &g_array_index (tree->links, Link, *next_link) : NULL;
  guint first_page = G_MAXUINT;

  for (; *next < tree->marks->len && g_array_index (tree->marks, JxPdfMark, *next).element == element; (*next)++)
    {
      const JxPdfMark *mark = &g_array_index (tree->marks, JxPdfMark, *next);

      if (first_page == G_MAXUINT)
        {
          first_page = mark->page;
          g_string_append (out, "/Pg ");
          append_reference (out, get_page_number (tree, mark->page));
          g_string_append (out, "/K [");
        }
      if (mark->page != first_page)
        {
          g_string_append (out, "<< /Type /MCR /Pg ");
          append_reference (out, get_page_number (tree, mark->page));
          g_string_append (out, "/MCID ");
        }
      jx_pdf_append_number (out, mark->id);
      g_string_append (out, mark->page != first_page ? " >> " : " ");
    }
  if (link != NULL && link->element == element && first_page != G_MAXUINT)
    {
      g_string_append_printf (out, "<< /Type /OBJR /Obj %u 0 R >> ", link->number);
      (*next_link)++;
    }
  if (first_page != G_MAXUINT)
    g_string_append (out, "]");
}

static void
put_elements (const JxPdfTree *tree, JxPdfPacks *packs, guint root)
{
  const GArray *elements = tree->tagger->elements;
  g_autofree guint *children = NULL;
  g_autofree guint *starts = list_children (elements, &children);
  g_autoptr (GString) body = g_string_new (NULL);
  guint next_mark = 0;
  guint next_link = 0;

  for (guint i = 0; i < elements->len; i++)
    {
      const JxElement *element = &g_array_index (elements, JxElement, i);

      g_string_assign (body, "<< /S /");
      g_string_append (body, element->name);
      g_string_append (body, " /P ");
      append_reference (body, i == 0 ? root : root + 1 + element->parent);
      if (element->entries != NULL)
        g_string_append (body, element->entries);
      append_content (tree, i, &next_mark, &next_link, body);
      if (starts[i + 1] > starts[i])
        {
          g_string_append (body, "/K [");
          for (guint child = starts[i]; child < starts[i + 1]; child++)
            append_reference (body, root + 1 + children[child]);
          g_string_append (body, "]");
        }
      g_string_append (body, ">>");
      jx_pdf_packs_add (packs, root + 1 + i, body->str, body->len);
    }
}

/* Which element a link, and each marked content of a page, is of. */
static void
put_index (const JxPdfTree *tree, JxPdfPacks *packs, guint root)
{
  guint index = root + 1 + tree->tagger->elements->len;
  g_autoptr (GString) keys = g_string_new ("<< /Nums [");
  g_autoptr (GString) body = g_string_new (NULL);
  guint next = 0;

  for (guint i = 0; i < tree->links->len; i++)
    {
      const Link *link = &g_array_index (tree->links, Link, i);

      g_string_append_printf (keys, "%u %u 0 R ", link->key, root + 1 + link->element);
    }
  for (guint page = 0; page < tree->pages->len; page++)
    {
      g_string_assign (body, "[");
      for (; next < tree->marks->len && g_array_index (tree->marks, JxPdfMark, next).page == page; next++)
        append_reference (body, root + 1 + g_array_index (tree->marks, JxPdfMark, next).element);
      g_string_append_c (body, ']');
      jx_pdf_packs_add (packs, index + 1 + page, body->str, body->len);
      g_string_append_printf (keys, "%u %u 0 R ", PAGE_KEY + page, index + 1 + page);
    }
  g_string_append (keys, "] >>");
  jx_pdf_packs_add (packs, index, keys->str, keys->len);

  g_string_printf (body, "<< /Type /StructTreeRoot /K [%u 0 R] /ParentTree %u 0 R /ParentTreeNextKey %u >>",
                   root + 1, index, PAGE_KEY + tree->pages->len);
  jx_pdf_packs_add (packs, root, body->str, body->len);
}

void
jx_pdf_tree_put (JxPdfTree *tree, JxPdfPacks *packs, guint root)
{
  put_elements (tree, packs, root);
  put_index (tree, packs, root);
}

void
jx_pdf_tree_free (JxPdfTree *tree)
{
  if (tree == NULL)
    return;

  g_array_unref (tree->pages);
  g_array_unref (tree->marks);
  g_array_unref (tree->links);
  g_free (tree);
}
