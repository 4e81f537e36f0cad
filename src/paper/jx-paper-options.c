/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paper/jx-paper-options.h"

#include <glib/gi18n-lib.h>

#include "base/jx-error.h"

/* Narrower than this no table can be read. */
#define ROOM_MIN_MM 60.0

JxPaperOptions *
jx_paper_options_new (void)
{
  JxPaperOptions *options = g_new0 (JxPaperOptions, 1);

  options->projects = g_array_new (FALSE, FALSE, sizeof (guint));

  return options;
}

JxPaperOptions *
jx_paper_options_copy (const JxPaperOptions *options)
{
  JxPaperOptions *copy;

  g_return_val_if_fail (options != NULL, NULL);

  copy = g_memdup2 (options, sizeof *options);
  copy->projects = g_array_copy (options->projects);

  return copy;
}

void
jx_paper_options_free (JxPaperOptions *options)
{
  if (options == NULL)
    return;

  g_array_unref (options->projects);
  g_free (options);
}

static gboolean
check_form (const JxPaperOptions *options, GError **error)
{
  const JxForm *form = jx_paper_options_get_form (options);
  JxKind kind;

  if (form == NULL)
    {
      g_set_error_literal (error, JX_ERROR, JX_ERROR_NOT_FOUND, _("there is no form for this; put its description into the folder of forms"));
      return FALSE;
    }

  kind = jx_form_get_subject (form);
  if (options->scope == JX_PAPER_PROJECTS && kind != JX_KIND_PROJECT)
    {
      g_set_error (error, JX_ERROR, JX_ERROR_USAGE, _("the form “%s” shows a whole document, not single projects; choose another form or the whole document"),
                   jx_form_get_id (form));
      return FALSE;
    }
  if (options->scope == JX_PAPER_OVERVIEW && kind != JX_KIND_DOCUMENT)
    {
      g_set_error (error, JX_ERROR, JX_ERROR_USAGE, _("the form “%s” shows projects, not the department's part; choose another form or the projects"),
                   jx_form_get_id (form));
      return FALSE;
    }

  return TRUE;
}

static gboolean
check_projects (const JxPaperOptions *options, JxDocument *document, GError **error)
{
  const JxForm *form = jx_paper_options_get_form (options);
  guint n_projects = jx_item_count (jx_document_get_root (document), JX_KIND_PROJECT);
  guint n_chosen = options->scope == JX_PAPER_PROJECTS ? options->projects->len : n_projects;

  if (jx_form_get_subject (form) == JX_KIND_PROJECT && n_chosen == 0)
    {
      g_set_error_literal (error, JX_ERROR, JX_ERROR_NOT_FOUND,
                           n_projects == 0 ? _("the document has no projects, and the form shows nothing else") : _("no project is chosen; choose at least one"));
      return FALSE;
    }
  for (guint i = 0; options->scope == JX_PAPER_PROJECTS && i < options->projects->len; i++)
    {
      guint place = g_array_index (options->projects, guint, i);

      if (place >= n_projects)
        {
          g_set_error (error, JX_ERROR, JX_ERROR_NOT_FOUND, _("there is no project %u in the document"), place + 1);
          return FALSE;
        }
    }

  return TRUE;
}

static gboolean
check_setup (const JxPaperOptions *options, GError **error)
{
  const JxFormPage page = jx_paper_setup_apply (&options->setup, jx_form_get_page (jx_paper_options_get_form (options)));

  if (page.top_mm >= 0 && page.right_mm >= 0 && page.bottom_mm >= 0 && page.left_mm >= 0
      && page.width_mm - page.left_mm - page.right_mm >= ROOM_MIN_MM
      && page.height_mm - page.top_mm - page.bottom_mm >= ROOM_MIN_MM)
    return TRUE;

  g_set_error (error, JX_ERROR, JX_ERROR_VALUE, _("the margins leave less than %g mm to write in; make them smaller or the paper larger"), ROOM_MIN_MM);
  return FALSE;
}

gboolean
jx_paper_options_check (const JxPaperOptions *options, JxDocument *document, GError **error)
{
  g_return_val_if_fail (options != NULL && JX_IS_DOCUMENT (document), FALSE);

  return check_form (options, error) && check_projects (options, document, error) && check_setup (options, error);
}

const JxForm *
jx_paper_options_get_form (const JxPaperOptions *options)
{
  JxFormSet *set = jx_form_set_get_default ();
  JxKind kind = options->scope == JX_PAPER_PROJECTS ? JX_KIND_PROJECT : JX_KIND_DOCUMENT;
  const JxForm *form = options->form != NULL ? options->form : jx_form_set_find (set, NULL, kind);

  if (options->scope == JX_PAPER_OVERVIEW && form != NULL && jx_form_get_subject (form) == JX_KIND_DOCUMENT)
    return jx_form_set_find_overview (set, form);

  return form;
}

JxFormPage
jx_paper_setup_apply (const JxPaperSetup *setup, const JxFormPage *page)
{
  JxFormPage result = *page;
  gboolean landscape = setup->turn == JX_PAPER_TURN_FORM ? page->width_mm > page->height_mm : setup->turn == JX_PAPER_TURN_LANDSCAPE;
  double narrow = setup->width_mm > 0 ? setup->width_mm : MIN (page->width_mm, page->height_mm);
  double wide = setup->height_mm > 0 ? setup->height_mm : MAX (page->width_mm, page->height_mm);

  result.width_mm = landscape ? wide : narrow;
  result.height_mm = landscape ? narrow : wide;
  if (setup->own_margins)
    {
      result.top_mm = setup->top_mm;
      result.right_mm = setup->right_mm;
      result.bottom_mm = setup->bottom_mm;
      result.left_mm = setup->left_mm;
    }

  return result;
}
