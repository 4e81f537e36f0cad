/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-take-in-dialog.h"

#include <glib/gi18n-lib.h>

#include "app/jx-growing-list.h"
#include "app/jx-take-in-detail.h"
#include "app/jx-take-in-report.h"
#include "app/jx-two-panes.h"
#include "app/jx-window-private.h"

/* Of long files the list grows by and by, and beyond so many rows only as it is looked at. */
#define ROWS_AT_ONCE 100
#define ROWS_UNASKED 1000

/* What a row is about: a part, a file's report, or a file that differs in nothing or could not be read. */
typedef struct
{
  guint source;
  JxImportPart *part;     /* (nullable) */
  const JxReport *report; /* (nullable) */
  char *title;            /* (nullable): of a part it is its own */
  char *status;           /* (nullable): so is this */
  char *sentence;         /* (nullable): all there is to say */
} Entry;

struct _JxTakeInDialog
{
  AdwWindow parent_instance;

  JxWindow *window; /* weak */
  JxSession *session;
  JxImportPlan *plan;
  GPtrArray *entries; /* (element-type Entry) */
  guint filled;       /* so many of them are in the list */

  AdwWindowTitle *title;
  AdwLeaflet *leaflet;
  GtkListBox *list;
  GtkScrolledWindow *scroller;
  AdwBin *detail;
  GtkWidget *back;
  GtkWidget *take_in;
};

G_DEFINE_FINAL_TYPE (JxTakeInDialog, jx_take_in_dialog, ADW_TYPE_WINDOW)

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_free (entry->title);
  g_free (entry->status);
  g_free (entry->sentence);
  g_free (entry);
}

static const Entry *
get_entry (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "jx-entry");
}

/* How many of the differences theirs is taken of, and in how many conflicts mine stays so far. */
static void
count_changes (const JxImportPart *part, guint *taken, guint *open)
{
  GArray *changes = part->merge != NULL ? jx_merge_list (part->merge) : NULL;

  *taken = *open = 0;
  for (guint i = 0; changes != NULL && i < changes->len; i++)
    {
      const JxMergeChange *change = &g_array_index (changes, JxMergeChange, i);

      *taken += change->taken;
      *open += change->conflict && !change->taken;
    }
}

static char *
describe_part (const JxImportPart *part)
{
  guint taken, open;

  count_changes (part, &taken, &open);
  switch (part->choice)
    {
    case JX_IMPORT_ADD:
      return g_strdup (part->mine == NULL ? _("New: is added") : _("Is added as a new project"));
    case JX_IMPORT_REPLACE:
      return g_strdup (_("Replaces mine"));
    case JX_IMPORT_MERGE:
      /* Translators: of all differences, how many are taken from the colleague's file */
      return g_strdup_printf (_("Merged: %u of %u taken"), taken, jx_merge_list (part->merge)->len);
    case JX_IMPORT_LEAVE:
    default:
      return g_strdup (_("Left out"));
    }
}

static void
show_row (GtkListBoxRow *row)
{
  const JxImportPart *part = get_entry (row)->part;
  g_autofree char *status = part != NULL ? describe_part (part) : NULL;
  guint taken, open;

  if (part == NULL)
    return;

  count_changes (part, &taken, &open);
  jx_two_panes_row_set (row, status, open > 0 && part->choice == JX_IMPORT_MERGE);
}

static void
add_row (JxTakeInDialog *self, const Entry *entry)
{
  g_autofree char *title = entry->part != NULL ? jx_take_in_detail_get_title (entry->part) : g_strdup (entry->title);
  GtkListBoxRow *row = jx_two_panes_row_new (title);

  if (entry->status != NULL)
    jx_two_panes_row_set (row, entry->status, FALSE);
  g_object_set_data (G_OBJECT (row), "jx-entry", (gpointer) entry);
  show_row (row);
  gtk_list_box_append (self->list, GTK_WIDGET (row));
}

static JxGrowth
fill_cb (gpointer user_data)
{
  JxTakeInDialog *self = user_data;

  for (guint n = 0; n < ROWS_AT_ONCE && self->filled < self->entries->len; n++)
    add_row (self, self->entries->pdata[self->filled++]);
  if (self->filled == self->entries->len)
    return JX_GROWTH_ENDED;

  return self->filled < ROWS_UNASKED ? JX_GROWTH_GOES_ON : JX_GROWTH_WAITS;
}

static char *
describe_source (JxTakeInDialog *self, guint source)
{
  GPtrArray *parts = jx_import_plan_list (self->plan);
  guint n_same = 0;

  for (guint i = 0; i < parts->len; i++)
    {
      const JxImportPart *part = parts->pdata[i];

      n_same += part->source == source && part->merge != NULL && jx_merge_list (part->merge)->len == 0;
    }

  return n_same > 0 ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u part says the same as mine", "%u parts say the same as mine", n_same), n_same) : NULL;
}

/* Over the first row of each file stands its name; over those that could not be read, that. */
static void
header_cb (GtkListBoxRow *row, GtkListBoxRow *before, gpointer user_data)
{
  JxTakeInDialog *self = user_data;
  guint source = get_entry (row)->source;
  gboolean first = before == NULL || get_entry (before)->source != source;
  gboolean read = source < jx_import_plan_count_sources (self->plan);
  GtkWidget *header = NULL;
  GtkWidget *name = NULL;
  g_autofree char *more = first && read ? describe_source (self, source) : NULL;

  if (!first)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }

  header = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  gtk_widget_add_css_class (header, "take-in-header");
  name = gtk_label_new (read ? jx_import_plan_get_name (self->plan, source) : _("Could not be read"));
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_MIDDLE);
  gtk_widget_add_css_class (name, "heading");
  gtk_box_append (GTK_BOX (header), name);
  if (more != NULL)
    {
      GtkWidget *same = gtk_label_new (more);

      gtk_label_set_xalign (GTK_LABEL (same), 0);
      gtk_label_set_ellipsize (GTK_LABEL (same), PANGO_ELLIPSIZE_END);
      gtk_widget_add_css_class (same, "caption");
      gtk_widget_add_css_class (same, "dim-label");
      gtk_box_append (GTK_BOX (header), same);
    }
  gtk_list_box_row_set_header (row, header);
}

static void
show_state (JxTakeInDialog *self)
{
  GPtrArray *parts = jx_import_plan_list (self->plan);
  guint n_added = 0, n_changed = 0;
  g_autofree char *subtitle = NULL;

  for (guint i = 0; i < parts->len; i++)
    {
      const JxImportPart *part = parts->pdata[i];
      guint taken, open;

      count_changes (part, &taken, &open);
      n_added += part->choice == JX_IMPORT_ADD;
      n_changed += (part->choice == JX_IMPORT_MERGE || part->choice == JX_IMPORT_REPLACE) && taken > 0;
    }

  subtitle = g_strdup_printf (_("New: %u, changed: %u"), n_added, n_changed);
  adw_window_title_set_subtitle (self->title, subtitle);
  gtk_widget_set_sensitive (self->take_in, n_added + n_changed > 0);
}

static void
changed_cb (JxTakeInDialog *self)
{
  for (int i = 0; gtk_list_box_get_row_at_index (self->list, i) != NULL; i++)
    show_row (gtk_list_box_get_row_at_index (self->list, i));
  show_state (self);
}

static GtkWidget *
make_detail (JxTakeInDialog *self, GtkListBoxRow *row)
{
  const Entry *entry = get_entry (row);
  GtkWidget *detail = NULL;

  if (entry->part != NULL)
    {
      detail = jx_take_in_detail_new (self->plan, entry->part, jx_session_get_document (self->session));
      g_signal_connect_object (detail, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
      return detail;
    }

  return entry->report != NULL ? jx_take_in_report_new (entry->report) : jx_take_in_text_new (entry->sentence, NULL);
}

static void
decide_part (JxImportPlan *plan, JxImportPart *part, const char *what)
{
  GArray *changes = part->merge != NULL ? jx_merge_list (part->merge) : NULL;

  if (g_str_equal (what, "leave"))
    {
      jx_import_plan_set_choice (plan, part, JX_IMPORT_LEAVE);
      return;
    }

  for (guint i = 0; part->choice == JX_IMPORT_MERGE && i < changes->len; i++)
    {
      JxMergeChange *change = &g_array_index (changes, JxMergeChange, i);

      if (change->conflict)
        change->taken = g_str_equal (what, "theirs");
    }
}

/* One decision for all parts: theirs or mine in every conflict, or nothing taken at all. */
static void
everywhere_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JxTakeInDialog *self = JX_TAKE_IN_DIALOG (widget);
  GPtrArray *parts = jx_import_plan_list (self->plan);

  for (guint i = 0; i < parts->len; i++)
    decide_part (self->plan, parts->pdata[i], g_variant_get_string (parameter, NULL));
  adw_bin_set_child (self->detail, make_detail (self, gtk_list_box_get_selected_row (self->list)));
  changed_cb (self);
}

static void
row_selected_cb (GtkListBox *list, GtkListBoxRow *row, JxTakeInDialog *self)
{
  if (row == NULL) /* the list goes away */
    return;

  adw_bin_set_child (self->detail, make_detail (self, row));
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

static char *
dup_step_name (JxTakeInDialog *self)
{
  guint n_sources = jx_import_plan_count_sources (self->plan);

  if (n_sources == 1)
    /* Translators: a step of undo; %s is a file's name */
    return g_strdup_printf (_("Take In %s"), jx_import_plan_get_name (self->plan, 0));

  /* Translators: a step of undo */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Take In %u File", "Take In %u Files", n_sources), n_sources);
}

/* A new document comes into the window it was begun for, unless that has another by now. */
static void
show_session (JxWindow **window, JxSession *session)
{
  if (jx_window_get_session (*window) == session)
    return;

  if (jx_window_get_session (*window) != NULL)
    {
      JxWindow *other = jx_window_new (JX_APPLICATION (gtk_window_get_application (GTK_WINDOW (*window))));

      g_set_object (window, other);
      gtk_window_present (GTK_WINDOW (other));
    }
  jx_window_set_session (*window, session);
}

/* Nobody but a screen reader gets at the document under the dialog. What is shown here knows then what may not be any more. */
static void
settled_cb (JxTakeInDialog *self)
{
  g_autoptr (JxWindow) window = self->window != NULL ? g_object_ref (self->window) : NULL;

  gtk_window_destroy (GTK_WINDOW (self));
  if (window != NULL)
    jx_window_complain (window, _("Nothing was taken in"), _("The document was changed meanwhile. Take the files in again."));
}

static void
take_in_cb (JxTakeInDialog *self)
{
  g_autoptr (JxEdit) edit = jx_import_plan_make_edit (self->plan);
  g_autofree char *name = dup_step_name (self);
  g_autoptr (JxWindow) window = self->window != NULL ? g_object_ref (self->window) : NULL;
  g_autoptr (JxSession) session = g_object_ref (self->session);
  g_autoptr (GError) error = NULL;
  JxField field = JX_FIELD_NONE;
  JxItem *item = NULL;

  g_signal_handlers_disconnect_by_func (jx_session_get_document (session), settled_cb, self);
  gtk_window_destroy (GTK_WINDOW (self));
  if (window == NULL || jx_edit_is_empty (edit))
    return;

  item = jx_edit_get_focus (edit, &field);
  if (!jx_history_do (jx_session_get_history (session), g_steal_pointer (&edit), name, &error))
    {
      jx_window_complain (window, _("This cannot be done"), error->message);
      return;
    }
  show_session (&window, session);
  jx_window_note_origin (window);
  if (item != NULL && jx_item_is_attached (item))
    jx_window_reveal (window, item, field);
  jx_window_toast_undo (window, name);
}

static void
jx_take_in_dialog_dispose (GObject *object)
{
  jx_growing_list_stop (JX_TAKE_IN_DIALOG (object)->list);

  G_OBJECT_CLASS (jx_take_in_dialog_parent_class)->dispose (object);
}

static void
jx_take_in_dialog_finalize (GObject *object)
{
  JxTakeInDialog *self = JX_TAKE_IN_DIALOG (object);

  g_clear_weak_pointer (&self->window);
  g_clear_object (&self->session);
  g_clear_pointer (&self->plan, jx_import_plan_free);
  g_clear_pointer (&self->entries, g_ptr_array_unref);

  G_OBJECT_CLASS (jx_take_in_dialog_parent_class)->finalize (object);
}

static void
jx_take_in_dialog_class_init (JxTakeInDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jx_take_in_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = jx_take_in_dialog_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/jixiao/Jixiao/jx-take-in-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, JxTakeInDialog, title);
  gtk_widget_class_bind_template_child (widget_class, JxTakeInDialog, leaflet);
  gtk_widget_class_bind_template_child (widget_class, JxTakeInDialog, list);
  gtk_widget_class_bind_template_child (widget_class, JxTakeInDialog, scroller);
  gtk_widget_class_bind_template_child (widget_class, JxTakeInDialog, detail);
  gtk_widget_class_bind_template_child (widget_class, JxTakeInDialog, back);
  gtk_widget_class_bind_template_child (widget_class, JxTakeInDialog, take_in);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, take_in_cb);
  gtk_widget_class_install_action (widget_class, "take-in.everywhere", "s", everywhere_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
jx_take_in_dialog_init (JxTakeInDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->entries = g_ptr_array_new_with_free_func (entry_free);
  jx_two_panes_connect (self->leaflet, self->list, GTK_WIDGET (self->detail), self->back);
}

static void
add_entry (JxTakeInDialog *self, Entry entry)
{
  g_ptr_array_add (self->entries, g_memdup2 (&entry, sizeof entry));
}

/* The parts of one file that are not the same as mine, then its report. */
static void
add_source (JxTakeInDialog *self, guint source)
{
  GPtrArray *parts = jx_import_plan_list (self->plan);
  const JxReport *report = jx_import_plan_get_report (self->plan, source);
  guint n_left = report != NULL ? jx_report_count (report, JX_REPORT_LEFT) : 0;
  guint n_guessed = report != NULL ? jx_report_count (report, JX_REPORT_GUESSED) : 0;
  guint n_before = self->entries->len;

  for (guint i = 0; i < parts->len; i++)
    {
      JxImportPart *part = parts->pdata[i];

      if (part->source == source && (part->merge == NULL || jx_merge_list (part->merge)->len > 0))
        add_entry (self, (Entry) { source, part, NULL, NULL, NULL, NULL });
    }
  if (n_left + n_guessed > 0)
    add_entry (self, (Entry) { source, NULL, report, g_strdup (_("To look at")),
                               g_strdup_printf (_("Not understood: %u, guessed: %u"), n_left, n_guessed), NULL });
  if (self->entries->len == n_before)
    add_entry (self, (Entry) { source, NULL, NULL, g_strdup (_("Nothing differs")), g_strdup (_("There is nothing to take")),
                               g_strdup (_("This file says the same as the document.")) });
}

void
jx_take_in_dialog_present (JxWindow *window, JxSession *session, JxImportPlan *plan, GPtrArray *failures)
{
  JxTakeInDialog *self = NULL;
  guint n_sources;

  g_return_if_fail (JX_IS_WINDOW (window) && JX_IS_SESSION (session));
  g_return_if_fail (plan != NULL && failures != NULL);

  self = g_object_new (JX_TYPE_TAKE_IN_DIALOG, "transient-for", window, NULL);
  g_set_weak_pointer (&self->window, window);
  self->session = g_object_ref (session);
  self->plan = plan;
  g_signal_connect_object (jx_session_get_document (session), "settled", G_CALLBACK (settled_cb), self, G_CONNECT_SWAPPED);
  n_sources = jx_import_plan_count_sources (plan);
  gtk_list_box_set_header_func (self->list, header_cb, self, NULL);
  for (guint i = 0; i < n_sources; i++)
    add_source (self, i);
  for (guint i = 0; i + 1 < failures->len; i += 2)
    add_entry (self, (Entry) { n_sources, NULL, NULL, g_strdup (failures->pdata[i]), g_strdup (failures->pdata[i + 1]),
                               g_strdup (failures->pdata[i + 1]) });
  jx_growing_list_start (self->list, fill_cb, self);
  show_state (self);
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, 0)));
}
