/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Chinese is written with an input method: it gets the first key already, and the keys it wants are
 * its own until it has done. A stand-in for ibus or fcitx, real keys, the real editor. */
#include <adwaita.h>

#include "e2e/jx-input.h"
#include "form/jx-form.h"
#include "jx-test-sheet.h"

#define TITLE "input-method"

/* Keeps letters as pre-edit; a blank makes 河 of them, Enter gives them as they are. */
typedef struct
{
  GtkIMContext parent_instance;

  GString *letters;
} StandIn;

typedef GtkIMContextClass StandInClass;

static GType stand_in_get_type (void);
G_DEFINE_TYPE (StandIn, stand_in, GTK_TYPE_IM_CONTEXT)

static guint n_keys_seen;
static StandIn *writing; /* the one whose pre-edit is shown */

static void
finish (StandIn *self, const char *text)
{
  g_string_truncate (self->letters, 0);
  g_signal_emit_by_name (self, "preedit-changed");
  g_signal_emit_by_name (self, "preedit-end");
  g_signal_emit_by_name (self, "commit", text);
}

static gboolean
stand_in_filter_keypress (GtkIMContext *context, GdkEvent *event)
{
  StandIn *self = (StandIn *) context;
  guint keyval = gdk_key_event_get_keyval (event);

  if (gdk_event_get_event_type (event) != GDK_KEY_PRESS)
    return FALSE;

  n_keys_seen++;
  if (keyval >= GDK_KEY_a && keyval <= GDK_KEY_z)
    {
      if (self->letters->len == 0)
        g_signal_emit_by_name (self, "preedit-start");
      g_string_append_c (self->letters, (char) keyval);
      writing = self;
      g_signal_emit_by_name (self, "preedit-changed");
      return TRUE;
    }
  if (self->letters->len == 0)
    return FALSE;
  if (keyval == GDK_KEY_space)
    finish (self, "河");
  else if (keyval == GDK_KEY_Return)
    {
      g_autofree char *letters = g_strdup (self->letters->str);

      finish (self, letters);
    }
  else if (keyval == GDK_KEY_Escape)
    finish (self, "");

  return TRUE;
}

static void
stand_in_get_preedit_string (GtkIMContext *context, char **text, PangoAttrList **attributes, int *cursor)
{
  StandIn *self = (StandIn *) context;

  if (text)
    *text = g_strdup (self->letters->str);
  if (attributes)
    *attributes = pango_attr_list_new ();
  if (cursor)
    *cursor = self->letters->len;
}

static void
stand_in_reset (GtkIMContext *context)
{
  g_string_truncate (((StandIn *) context)->letters, 0);
}

static void
stand_in_finalize (GObject *object)
{
  g_string_free (((StandIn *) object)->letters, TRUE);
  if (writing == (StandIn *) object)
    writing = NULL;

  G_OBJECT_CLASS (stand_in_parent_class)->finalize (object);
}

static void
stand_in_class_init (StandInClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = stand_in_finalize;
  klass->filter_keypress = stand_in_filter_keypress;
  klass->get_preedit_string = stand_in_get_preedit_string;
  klass->reset = stand_in_reset;
}

static void
stand_in_init (StandIn *self)
{
  self->letters = g_string_new (NULL);
}

typedef struct
{
  JxHistory *history;
  JxItem *project;
  GtkWidget *window;
  JxSheetView *sheet;
  JxInput *input;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  const JxForm *form = jx_form_set_find (jx_form_set_get_default (), NULL, JX_KIND_PROJECT);

  fixture->history = jx_test_history_new (4, 4);
  fixture->project = jx_item_child (jx_document_get_root (jx_history_get_document (fixture->history)), JX_KIND_PROJECT, 0);
  fixture->sheet = JX_SHEET_VIEW (jx_sheet_view_new (fixture->history, form, fixture->project));
  fixture->window = jx_test_show (GTK_WIDGET (fixture->sheet), 760, 560);
  gtk_window_set_title (GTK_WINDOW (fixture->window), TITLE);
  fixture->input = jx_input_new ();
  while (!jx_input_give (fixture->input, TITLE) || !gtk_window_is_active (GTK_WINDOW (fixture->window)))
    g_main_context_iteration (NULL, FALSE);
  n_keys_seen = 0;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  jx_input_free (fixture->input);
  g_clear_object (&fixture->history);
}

/* Waits until the input method has seen @count keys, or more. */
static void
press (Fixture *fixture, const char *key, guint count)
{
  jx_input_press (fixture->input, key);
  while (n_keys_seen < count)
    g_main_context_iteration (NULL, TRUE);
  while (g_main_context_pending (NULL))
    g_main_context_iteration (NULL, FALSE);
}

static void
assert_typed (Fixture *fixture, const char *expected)
{
  g_autofree char *typed = jx_sheet_editor_dup_text (fixture->sheet->editor);

  g_assert_cmpstr (typed, ==, expected);
}

static void
test_first_key (Fixture *fixture, gconstpointer data)
{
  JxItem *indicator = jx_item_child (fixture->project, JX_KIND_INDICATOR, 1);
  JxSheetCell *cell = jx_test_cell (fixture->sheet, indicator, JX_FIELD_INDICATOR_LEVEL3);

  jx_sheet_view_focus_cell (fixture->sheet, cell);
  press (fixture, "h", 1);
  g_assert_true (fixture->sheet->editing == cell);
  g_assert_nonnull (writing);
  g_assert_cmpstr (writing->letters->str, ==, "h");
  assert_typed (fixture, "");
  press (fixture, "e", 2);
  g_assert_cmpstr (writing->letters->str, ==, "he");
  assert_typed (fixture, "");
  /* Its Enter and its Escape are not the cell's. */
  press (fixture, "Return", 3);
  g_assert_true (fixture->sheet->editing == cell);
  assert_typed (fixture, "he");
  press (fixture, "x", 4);
  press (fixture, "Escape", 5);
  g_assert_true (fixture->sheet->editing == cell);
  assert_typed (fixture, "he");
  press (fixture, "e", 6);
  press (fixture, "space", 7);
  assert_typed (fixture, "he河");

  jx_input_press (fixture->input, "Return");
  while (fixture->sheet->editing)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (jx_item_get (indicator, JX_FIELD_INDICATOR_LEVEL3), ==, "he河");
  jx_history_undo (fixture->history, NULL);
  g_assert_false (jx_history_get_can_undo (fixture->history));
}

/* Below the cell there is one list at a time. */
static void
test_choices (Fixture *fixture, gconstpointer data)
{
  JxItem *indicator = jx_item_child (fixture->project, JX_KIND_INDICATOR, 1);
  JxSheetCell *cell = jx_test_cell (fixture->sheet, indicator, JX_FIELD_INDICATOR_BASIS);
  GtkWidget *choices = GTK_WIDGET (fixture->sheet->choices);

  jx_sheet_view_focus_cell (fixture->sheet, cell);
  jx_sheet_view_edit (fixture->sheet, cell, "", 0);
  g_assert_true (gtk_widget_get_visible (choices));
  press (fixture, "h", 1);
  g_assert_false (gtk_widget_get_visible (choices));
  press (fixture, "Escape", 2);
  assert_typed (fixture, "");
  g_assert_true (gtk_widget_get_visible (choices));
}

/* In a number's entry too: what is typed there may be full-width or of a method's own making. */
static void
test_entry (Fixture *fixture, gconstpointer data)
{
  JxSheetCell *cell = jx_test_cell (fixture->sheet, fixture->project, JX_FIELD_PROJECT_BUDGET);

  jx_sheet_view_focus_cell (fixture->sheet, cell);
  press (fixture, "h", 1);
  g_assert_true (fixture->sheet->editing == cell);
  g_assert_cmpstr (writing->letters->str, ==, "h");
  assert_typed (fixture, "");
  press (fixture, "Return", 2);
  g_assert_true (fixture->sheet->editing == cell);
  assert_typed (fixture, "h");
}

int
main (int argc, char **argv)
{
  g_setenv ("GTK_IM_MODULE", "stand-in", TRUE);
  adw_init (); /* before the tests' own folders, in which there are none of the system's settings */
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  g_io_extension_point_implement ("gtk-im-module", stand_in_get_type (), "stand-in", 1000);

  g_test_add ("/app/input-method/first-key", Fixture, NULL, set_up, test_first_key, tear_down);
  g_test_add ("/app/input-method/choices", Fixture, NULL, set_up, test_choices, tear_down);
  g_test_add ("/app/input-method/entry", Fixture, NULL, set_up, test_entry, tear_down);

  return g_test_run ();
}
