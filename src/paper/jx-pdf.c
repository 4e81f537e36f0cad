/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <cairo-pdf.h>

#include "paper/jx-pdf.h"

/* Deeper headings than the outline has levels for hang below the last. */
#define LEVELS 6

static char *
dup_keywords (const JxItem *root)
{
  static const JxField fields[] = { JX_FIELD_YEAR, JX_FIELD_REGION, JX_FIELD_UNIT_CODE, JX_FIELD_UNIT_NAME };
  g_autoptr (GString) keywords = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const char *value = jx_item_get (root, fields[i]);

      if (value != NULL)
        g_string_append_printf (keywords, "%s%s", keywords->len > 0 ? ", " : "", value);
    }

  return g_string_free (g_steal_pointer (&keywords), FALSE);
}

static void
set_metadata (cairo_surface_t *surface, cairo_pdf_metadata_t key, const char *value)
{
  if (value != NULL && *value != '\0')
    cairo_pdf_surface_set_metadata (surface, key, value);
}

void
jx_pdf_set_metadata (cairo_surface_t *surface, const char *title, const char *form_title, JxDocument *document)
{
  const JxItem *root = jx_document_get_root (document);
  g_autoptr (GDateTime) made = jx_document_get_file_date (jx_item_get_document (root));
  g_autofree char *date = g_date_time_format (made, "%Y-%m-%dT%H:%M:%SZ");
  g_autofree char *keywords = dup_keywords (root);

  set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, jx_item_get (root, JX_FIELD_UNIT_NAME));
  set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, form_title);
  set_metadata (surface, CAIRO_PDF_METADATA_KEYWORDS, keywords);
  set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Jixiao " JX_VERSION);
  set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, date);
  set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, date);
}

void
jx_pdf_add_outline (cairo_surface_t *surface, const GArray *entries)
{
  int parents[LEVELS + 1];

  for (guint i = 0; i <= LEVELS; i++)
    parents[i] = CAIRO_PDF_OUTLINE_ROOT;

  for (guint i = 0; i < entries->len; i++)
    {
      const JxEntry *entry = &g_array_index (entries, JxEntry, i);
      int level = CLAMP (entry->level, 1, LEVELS);
      g_autofree char *target = jx_leaf_dup_target (i);
      g_autofree char *attributes = g_strdup_printf ("dest='%s'", target);
      int id = cairo_pdf_surface_add_outline (surface, parents[level - 1], entry->text, attributes,
                                              level == 1 ? CAIRO_PDF_OUTLINE_FLAG_OPEN : 0);

      /* A level left out hangs below the one above it. */
      for (int deeper = level; deeper <= LEVELS; deeper++)
        parents[deeper] = id;
    }
}
