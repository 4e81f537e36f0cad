/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every project form there is, on a sheet: all that can be written in it is written, and taken back. */
#include <adwaita.h>

#include "form/jx-blank.h"
#include "jx-test-sheet.h"
#include "model/jx-item-build.h"
#include "xml/jx-xml-writer.h"

typedef struct
{
  const JxForm *form;
  gboolean filled; /* there is something in every list */
} Case;

typedef struct
{
  const JxForm *form;
  JxHistory *history;
  JxItem *project;
  GtkWidget *window;
  JxSheetView *sheet;
} Fixture;

static JxItem *
add (JxItem *parent, JxKind kind)
{
  JxItem *item = jx_item_new (jx_item_get_document (parent), kind);

  jx_item_append (parent, item);

  return item;
}

static void
fill (JxItem *project)
{
  static const char *const months[] = { "7", "12" };
  JxItem *item;

  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    jx_item_init (add (project, JX_KIND_CHECKPOINT), JX_FIELD_CHECKPOINT_MONTH, months[i]);
  jx_item_init (add (project, JX_KIND_GOAL), JX_FIELD_GOAL_TEXT, "河水畅通。");
  jx_item_init (add (project, JX_KIND_TERM_GOAL), JX_FIELD_TERM_GOAL_TEXT, "三年内河水畅通。");
  for (guint i = 0; i < 3; i++)
    {
      item = add (project, JX_KIND_INDICATOR);
      jx_item_init (item, JX_FIELD_INDICATOR_LEVEL1, "产出指标");
      jx_item_init (item, JX_FIELD_INDICATOR_LEVEL2, i < 2 ? "数量指标" : "质量指标");
      jx_item_init (item, JX_FIELD_INDICATOR_VALUE, "≥95%");
    }
  item = add (project, JX_KIND_TERM_INDICATOR);
  jx_item_init (item, JX_FIELD_TERM_INDICATOR_LEVEL1, "产出指标");
  jx_item_init (item, JX_FIELD_TERM_INDICATOR_LEVEL2, "数量指标");
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  const Case *c = data;
  g_autoptr (JxDocument) document = jx_document_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  jx_item_init (jx_document_get_root (document), JX_FIELD_UNIT_NAME, "云溪镇人民政府");
  fixture->project = add (jx_document_get_root (document), JX_KIND_PROJECT);
  if (c->filled)
    fill (fixture->project);
  jx_document_finish_building (document);
  fixture->form = c->form;
  fixture->history = jx_history_new (document);
  fixture->sheet = JX_SHEET_VIEW (jx_sheet_view_new (fixture->history, c->form, fixture->project));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (fixture->sheet));
  fixture->window = jx_test_show (scroller, 1000, 600);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_clear_object (&fixture->history);
}

static const char *
choose_text (const JxSheetCell *cell)
{
  static const char *const aspects[] = { NULL, "<", "42", "户" };

  if (cell->blank.part->aspect != JX_ASPECT_WHOLE)
    return aspects[cell->blank.part->aspect];
  switch (jx_field_get_info (cell->field)->type)
    {
    case JX_TYPE_AMOUNT:
      return "3.21";
    case JX_TYPE_PERCENT:
      return "77";
    case JX_TYPE_YEAR:
      return "2031";
    case JX_TYPE_MONTH:
      return "9";
    case JX_TYPE_SCORE:
      return "8.5";
    case JX_TYPE_TARGET:
      return "≤7天";
    default:
      return "改过的话";
    }
}

static char *
dup_document (Fixture *fixture)
{
  g_autoptr (GBytes) bytes = jx_xml_to_bytes (jx_history_get_document (fixture->history));

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* Which item of its list holds @text now. */
static void
find_made (JxBlank *blank, const char *text)
{
  JxKind kind = jx_field_get_info (blank->field)->kind;

  for (guint i = 0; i < jx_item_count (blank->holder, kind); i++)
    if (g_strcmp0 (jx_item_get (jx_item_child (blank->holder, kind, i), blank->field), text) == 0)
      blank->item = jx_item_child (blank->holder, kind, i);
  g_assert_nonnull (blank->item);
}

/* Ticks it by the space bar, or writes in it by F2 and Enter. Returns: what the document then holds of it. */
static char *
write_in (Fixture *fixture, JxSheetCell *cell)
{
  JxBlank blank = cell->blank;

  jx_sheet_view_focus_cell (fixture->sheet, cell);
  if (jx_sheet_cell_is_tick (cell))
    {
      g_assert_true (jx_test_key (GTK_WIDGET (fixture->sheet), GDK_KEY_space, 0));
      g_assert_null (fixture->sheet->editing);
    }
  else
    {
      g_assert_true (jx_test_key (GTK_WIDGET (fixture->sheet), GDK_KEY_F2, 0));
      g_assert_true (fixture->sheet->editing == cell);
      jx_test_type (fixture->sheet, choose_text (cell));
      g_signal_emit_by_name (fixture->sheet->editor, "left", JX_SHEET_LEAVE_STAY);
    }
  if (blank.item == NULL)
    find_made (&blank, choose_text (cell));

  return jx_blank_dup_value (&blank);
}

static void
test_all (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = dup_document (fixture);

  for (guint i = 0; i < fixture->sheet->order->len; i++)
    {
      JxSheetCell *cell = fixture->sheet->order->pdata[i];
      g_autofree char *value = NULL;
      g_autofree char *after = NULL;
      g_autofree char *undone = NULL;

      if (cell->owner || !jx_sheet_cell_is_editable (cell))
        continue;
      g_object_ref (cell);
      value = write_in (fixture, cell);
      g_test_message ("%s: %s", jx_field_get_info (cell->field)->xml_name, value);
      g_assert_null (cell->draft);
      g_assert_cmpstr (value, ==, jx_sheet_cell_is_tick (cell) ? JX_BLANK_TICK : choose_text (cell));
      after = dup_document (fixture);
      g_assert_cmpstr (after, !=, before);
      g_assert_nonnull (jx_history_get_undo_name (fixture->history));
      jx_test_frame (fixture->window);

      jx_history_undo (fixture->history, NULL);
      g_assert_false (jx_history_get_can_undo (fixture->history));
      undone = dup_document (fixture);
      g_assert_cmpstr (undone, ==, before);
      g_object_unref (cell);
    }
}

static gboolean
is_shown (JxSheetView *sheet, const JxFormPart *part)
{
  for (guint i = 0; i < sheet->order->len; i++)
    if (((JxSheetCell *) sheet->order->pdata[i])->part == part)
      return TRUE;

  return FALSE;
}

static guint
check_node (JxSheetView *sheet, const JxFormNode *node)
{
  guint n_parts = 0;

  for (guint i = 0; i < node->parts->len; i++)
    {
      const JxFormPart *part = node->parts->pdata[i];

      if (part->type == JX_PART_TEXT || part->type == JX_PART_BREAK || part->type == JX_PART_NUMBER)
        continue;
      n_parts++;
      g_assert_true (is_shown (sheet, part));
    }
  for (guint i = 0; i < node->children->len; i++)
    n_parts += check_node (sheet, node->children->pdata[i]);

  return n_parts;
}

/* Nothing the form tells of is left out. */
static void
test_complete (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (check_node (fixture->sheet, jx_form_get_root (fixture->form)), >, 10);
}

/* What is worked out is there, can be gone to, and cannot be written in. */
static void
test_derived (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < fixture->sheet->order->len; i++)
    {
      JxSheetCell *cell = fixture->sheet->order->pdata[i];

      if (jx_sheet_cell_is_editable (cell))
        continue;
      jx_sheet_view_focus_cell (fixture->sheet, cell);
      g_assert_true (jx_sheet_view_get_focus_cell (fixture->sheet) == cell);
      jx_test_key (GTK_WIDGET (fixture->sheet), GDK_KEY_F2, 0);
      jx_test_key (GTK_WIDGET (fixture->sheet), GDK_KEY_Delete, 0);
      jx_test_key (GTK_WIDGET (fixture->sheet), GDK_KEY_5, 0);
      g_assert_null (fixture->sheet->editing);
      g_assert_true (gtk_widget_get_visible (fixture->sheet->bubble));
      g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_READ_ONLY));
    }
  g_assert_false (jx_history_get_can_undo (fixture->history));
}

int
main (int argc, char **argv)
{
  g_autoptr (GArray) cases = g_array_new (FALSE, FALSE, sizeof (Case));
  GPtrArray *all;

  adw_init ();
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  all = jx_form_set_list (jx_form_set_get_default ());
  for (guint i = 0; i < all->len; i++)
    if (jx_form_get_subject (all->pdata[i]) == JX_KIND_PROJECT)
      for (gboolean filled = FALSE; filled <= TRUE; filled++)
        {
          Case c = { all->pdata[i], filled };

          g_array_append_val (cases, c);
        }
  g_assert_cmpuint (cases->len, >=, 12);
  for (guint i = 0; i < cases->len; i++)
    {
      const Case *c = &g_array_index (cases, Case, i);
      g_autofree char *path = g_strdup_printf ("/sheet-forms/%s/%s", jx_form_get_id (c->form), c->filled ? "filled" : "empty");
      g_autofree char *complete = g_strconcat (path, "/complete", NULL);
      g_autofree char *derived = g_strconcat (path, "/derived", NULL);
      g_autofree char *written = g_strconcat (path, "/written", NULL);

      g_test_add (written, Fixture, c, set_up, test_all, tear_down);
      g_test_add (derived, Fixture, c, set_up, test_derived, tear_down);
      if (c->filled)
        g_test_add (complete, Fixture, c, set_up, test_complete, tear_down);
    }

  return g_test_run ();
}
