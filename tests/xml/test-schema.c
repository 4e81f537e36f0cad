/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <libxml/relaxng.h>
#include <libxml/tree.h>
#include <string.h>

#include "jx-test.h"
#include "model/jx-item-build.h"
#include "xml/jx-xml-reader.h"
#include "xml/jx-xml-writer.h"

#define N_MUTANTS 250

static const char *const values[] = {
  "", "6.90", "6.9000000", "0.000001", "1000000000000", "1000000000000.000001", "1000000000001", "00006.90", "-1", "-0", "+1",
  "25", "83.33", "1000", "1000.0", "1000.1", "1001", "12.5", "5.", ".5", "1e3", "６.９０", " 5", "5 ", "1,000",
  "1948", "1949", "1999", "2026", "2999", "3000", "02026", "0", "1", "01", "12", "13", "1.0", "优", "a & b",
};

static const char *
value_of (JxType type)
{
  switch (type)
    {
    case JX_TYPE_YEAR:
      return "2026";
    case JX_TYPE_MONTH:
      return "6";
    case JX_TYPE_AMOUNT:
    case JX_TYPE_PERCENT:
    case JX_TYPE_SCORE:
      return "6.90";
    default:
      return "青禾县";
    }
}

/* Every field and two of every kind. */
static void
fill (JxItem *item)
{
  const JxKind *kinds;
  JxField first;
  guint count, n_kinds;

  jx_field_get_range (jx_item_get_kind (item), &first, &count);
  for (guint i = 0; i < count; i++)
    jx_item_init (item, first + i, value_of (jx_field_get_info (first + i)->type));

  kinds = jx_kind_get_child_kinds (jx_item_get_kind (item), &n_kinds);
  for (guint i = 0; i < 2 * n_kinds; i++)
    {
      JxItem *child = jx_item_new (jx_item_get_document (item), kinds[i / 2]);

      jx_item_append (item, child);
      fill (child);
    }
}

static void
collect (xmlNode *node, GPtrArray *elements)
{
  for (; node != NULL; node = node->next)
    if (node->type == XML_ELEMENT_NODE)
      {
        g_ptr_array_add (elements, node);
        collect (node->children, elements);
      }
}

static xmlNode *
pick (xmlDoc *tree, GRand *rand, gboolean only_fields)
{
  g_autoptr (GPtrArray) elements = g_ptr_array_new ();
  xmlNode *node;

  collect (xmlDocGetRootElement (tree), elements);
  /* A mutation may have left the root without fields. */
  for (guint i = 0; i < 100; i++)
    {
      node = g_ptr_array_index (elements, g_rand_int_range (rand, 0, elements->len));
      if (!only_fields || xmlChildElementCount (node) == 0)
        break;
    }

  return node;
}

static gboolean
is_within (const xmlNode *node, const xmlNode *tree)
{
  while (node != NULL && node != tree)
    node = node->parent;

  return node == tree;
}

static void
mutate (xmlDoc *tree, GRand *rand)
{
  int way = g_rand_int_range (rand, 0, 9);
  xmlNode *root = xmlDocGetRootElement (tree);
  xmlNode *node = pick (tree, rand, way >= 6);
  xmlNode *other = pick (tree, rand, FALSE);

  if (way == 0)
    {
      xmlSetProp (node, BAD_CAST "colour", BAD_CAST "red");
      return;
    }
  if (way >= 6)
    {
      xmlNode *text = xmlNewDocText (tree, BAD_CAST values[g_rand_int_range (rand, 0, G_N_ELEMENTS (values))]);

      xmlNodeSetContent (node, NULL);
      xmlAddChild (node, text);
      return;
    }
  if (node == root)
    return;

  switch (way)
    {
    case 1:
      xmlUnlinkNode (node);
      xmlFreeNode (node);
      break;
    case 2:
      xmlAddNextSibling (node, xmlCopyNode (node, 1));
      break;
    case 3:
      if (node->next != NULL)
        xmlAddNextSibling (node->next, node);
      break;
    case 4:
      if (other != root)
        xmlNodeSetName (node, other->name);
      break;
    default:
      if (!is_within (other, node))
        {
          xmlUnlinkNode (node);
          xmlAddChild (other, node);
        }
      break;
    }
}

static void
ignore_fault_cb (void *data, xmlErrorPtr fault)
{
}

static gboolean
schema_takes (xmlRelaxNG *schema, xmlDoc *tree)
{
  xmlRelaxNGValidCtxt *context = xmlRelaxNGNewValidCtxt (schema);
  int verdict;

  xmlRelaxNGSetValidStructuredErrors (context, ignore_fault_cb, NULL);
  verdict = xmlRelaxNGValidateDoc (context, tree);
  xmlRelaxNGFreeValidCtxt (context);
  g_assert_cmpint (verdict, >=, 0);

  return verdict == 0;
}

/* The reader and the schema agree on what a document of version 1.0 is. */
static void
test_agrees (void)
{
  g_autofree char *path = jx_test_source ("data/schema/goal-document.rng");
  xmlRelaxNGParserCtxt *parser = xmlRelaxNGNewParserCtxt (path);
  xmlRelaxNG *schema = xmlRelaxNGParse (parser);
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);
  g_autoptr (JxDocument) whole = jx_document_new ();
  g_autoptr (GBytes) bytes = NULL;
  guint n_taken = 0;

  g_assert_nonnull (schema);
  fill (jx_document_get_root (whole));
  bytes = jx_xml_to_bytes (whole);

  for (guint i = 0; i < N_MUTANTS; i++)
    {
      xmlDoc *tree = xmlReadMemory (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "whole", NULL,
                                    XML_PARSE_NONET | XML_PARSE_NOBLANKS);
      g_autoptr (JxDocument) document = NULL;
      g_autoptr (GError) error = NULL;
      xmlDoc *again;
      xmlChar *text;
      int length;
      gboolean valid;

      for (int n = g_rand_int_range (rand, 0, 3); n >= 0; n--)
        mutate (tree, rand);
      xmlDocDumpMemoryEnc (tree, &text, &length, "UTF-8");
      /* Neighbouring texts become one in the file. */
      again = xmlReadMemory ((const char *) text, length, "mutant", NULL, XML_PARSE_NONET);
      valid = schema_takes (schema, again);
      document = jx_xml_read_data ((const char *) text, length, "mutant.jixiao", &error);
      if (valid != (document != NULL))
        g_error ("the schema %s what the reader %s (%s):\n%s", valid ? "takes" : "refuses", valid ? "refuses" : "takes",
                 error != NULL ? error->message : "", (const char *) text);
      n_taken += valid;

      xmlFree (text);
      xmlFreeDoc (again);
      xmlFreeDoc (tree);
    }

  /* Both kinds of mutant were tried. */
  g_assert_cmpuint (n_taken, >, N_MUTANTS / 20);
  g_assert_cmpuint (n_taken, <, N_MUTANTS * 19 / 20);
  xmlRelaxNGFree (schema);
  xmlRelaxNGFreeParserCtxt (parser);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/xml/schema/agrees-with-reader", test_agrees);

  return g_test_run ();
}
