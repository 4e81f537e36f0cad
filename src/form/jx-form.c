/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "form/jx-form-private.h"

/* What forms call the document, shorter than files do. */
#define DOCUMENT "document"
/* By GB/T 9704. */
#define NUMBER_DROP_MM 7.0
/* A wider sheet is not bound turned but folded. */
#define TURNED_WIDTH_MAX_MM 300.0

static void
node_free (gpointer data)
{
  JxFormNode *node = data;

  g_ptr_array_unref (node->children);
  g_ptr_array_unref (node->parts);
  g_ptr_array_unref (node->aliases);
  g_array_unref (node->widths);
  g_free (node->use);
  g_strfreev (node->by);
  g_free (node);
}

JxFormNode *
jx_form_node_new (JxFormNode *parent, JxNodeType type, int line)
{
  JxFormNode *node = g_new0 (JxFormNode, 1);

  node->type = type;
  node->line = line;
  node->parent = parent;
  node->children = g_ptr_array_new_with_free_func (node_free);
  node->parts = g_ptr_array_new_with_free_func (jx_form_part_free);
  node->aliases = g_ptr_array_new_with_free_func (g_free);
  node->widths = g_array_new (FALSE, FALSE, sizeof (double));
  node->each = JX_N_KINDS;
  node->beside = JX_N_KINDS;
  node->columns = 1;
  node->rows = 1;
  node->items = 1;
  node->frame = TRUE;
  if (parent != NULL)
    g_ptr_array_add (parent->children, node);

  return node;
}

JxKind
jx_form_find_kind (const char *name)
{
  return g_str_equal (name, DOCUMENT) ? JX_KIND_DOCUMENT : jx_kind_find (name);
}

const char *
jx_form_kind_name (JxKind kind)
{
  return kind == JX_KIND_DOCUMENT ? DOCUMENT : jx_kind_get_xml_name (kind);
}

JxKind
jx_form_kind_holder (JxKind kind)
{
  for (JxKind holder = 0; holder < JX_N_KINDS; holder++)
    {
      guint n_kinds;
      const JxKind *kinds = jx_kind_get_child_kinds (holder, &n_kinds);

      for (guint i = 0; i < n_kinds; i++)
        if (kinds[i] == kind)
          return holder;
    }

  return JX_N_KINDS;
}

const char *
jx_form_get_id (const JxForm *form)
{
  g_return_val_if_fail (form != NULL, NULL);

  return form->id;
}

const char *
jx_form_get_title (const JxForm *form)
{
  g_return_val_if_fail (form != NULL, NULL);

  return form->title;
}

JxKind
jx_form_get_subject (const JxForm *form)
{
  g_return_val_if_fail (form != NULL, JX_N_KINDS);

  return form->subject;
}

gboolean
jx_form_is_standard (const JxForm *form)
{
  g_return_val_if_fail (form != NULL, FALSE);

  return form->standard;
}

const JxFormNode *
jx_form_get_root (const JxForm *form)
{
  g_return_val_if_fail (form != NULL, NULL);

  return form->root;
}

const JxFormPage *
jx_form_get_page (const JxForm *form)
{
  g_return_val_if_fail (form != NULL, NULL);

  return &form->page;
}

double
jx_form_page_get_number_drop (double margin_mm)
{
  return MIN (NUMBER_DROP_MM, MAX (margin_mm / 2 - JX_PAGE_NUMBER_PT / 2 * 25.4 / 72, 0));
}

gboolean
jx_form_page_is_turned (const JxFormPage *page)
{
  return page->width_mm > page->height_mm && page->width_mm <= TURNED_WIDTH_MAX_MM;
}

/* The 7 of “1–7月执行数”: what it is part of is a label all the same. */
static gboolean
is_date_number (const JxFormPart *part)
{
  JxType type = part->type == JX_PART_FIELD ? jx_field_get_info (part->field)->type : JX_TYPE_TEXT;

  return type == JX_TYPE_MONTH || type == JX_TYPE_YEAR;
}

gboolean
jx_form_node_is_label (const JxFormNode *node)
{
  gboolean has_words = FALSE;

  g_return_val_if_fail (node != NULL, FALSE);

  if (node->each != JX_N_KINDS)
    return FALSE;

  for (guint i = 0; i < node->parts->len; i++)
    {
      const JxFormPart *part = node->parts->pdata[i];

      has_words |= part->type == JX_PART_TEXT && !part->optional;
      if (part->type != JX_PART_TEXT && part->type != JX_PART_BREAK && !is_date_number (part))
        return FALSE;
    }

  return has_words;
}

void
jx_form_free (JxForm *form)
{
  if (form == NULL)
    return;

  g_clear_pointer (&form->root, node_free);
  g_ptr_array_unref (form->styles);
  g_free (form->file);
  g_free (form->id);
  g_free (form->title);
  g_free (form);
}
