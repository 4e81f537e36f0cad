/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-change-row.h"

#include <glib/gi18n-lib.h>

#include "app/jx-pair-layout.h"
#include "base/jx-text-diff.h"

#define THRESHOLD_PX 480
#define SPACE_PX 12

struct _JxChangeRow
{
  GtkWidget parent_instance;

  JxMergeChange *change;
  GtkWidget *box;
};

G_DEFINE_FINAL_TYPE (JxChangeRow, jx_change_row, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_DECIDED,
  SIGNAL_SHOWN,
  SIGNAL_TAKEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
append_part (GString *text, const char *part)
{
  g_auto (GStrv) lines = part != NULL ? g_strsplit (part, "\n", -1) : NULL;
  g_autofree char *line = lines != NULL ? g_strjoinv (" ", lines) : NULL;

  if (line != NULL && *line != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", line);
}

char *
jx_change_row_describe_item (const JxItem *item)
{
  GString *text = g_string_new (NULL);
  JxField first;
  guint count;

  g_return_val_if_fail (item != NULL, g_string_free (text, FALSE));

  jx_field_get_range (jx_item_get_kind (item), &first, &count);
  for (guint i = 0; i < count; i++)
    {
      const JxFieldInfo *info = jx_field_get_info ((JxField) (first + i));
      const char *value = jx_item_get (item, info->id);
      g_autofree char *named = NULL;

      /* Figures say nothing without their names; a checkpoint's month is in its place. */
      if (value == NULL || info->type == JX_TYPE_MONTH)
        continue;
      if (info->type == JX_TYPE_AMOUNT || info->type == JX_TYPE_PERCENT || info->type == JX_TYPE_SCORE)
        named = g_strdup_printf ("%s %s", jx_field_get_label (info->id), value);
      append_part (text, named != NULL ? named : value);
    }

  return g_string_free (text, FALSE);
}

char *
jx_change_row_describe_place (const JxItem *item, JxField field)
{
  JxKind kind = jx_item_get_kind (item);
  const char *label = field != JX_FIELD_NONE ? jx_field_get_label (field) : NULL;
  g_autofree char *row = NULL;

  if (kind == JX_KIND_DOCUMENT || (kind == JX_KIND_PROJECT && field != JX_FIELD_NONE))
    return g_strdup (label);

  if (kind == JX_KIND_CHECKPOINT && jx_item_get (item, JX_FIELD_CHECKPOINT_MONTH) != NULL)
    /* Translators: a checkpoint; %s is the month's number */
    row = g_strdup_printf (_("End of month %s"), jx_item_get (item, JX_FIELD_CHECKPOINT_MONTH));
  else
    row = g_strdup_printf ("%s %u", jx_kind_get_label (kind), jx_item_get_index (item) + 1);

  return label != NULL ? g_strdup_printf ("%s · %s", row, label) : g_steal_pointer (&row);
}

/* @type: what is marked, %JX_RUN_REMOVED of mine, %JX_RUN_ADDED of theirs. Signs go with the colours. */
static char *
mark_up (GArray *runs, JxRunType type)
{
  GString *markup = g_string_new (NULL);

  for (guint i = 0; i < runs->len; i++)
    {
      const JxTextRun *run = &g_array_index (runs, JxTextRun, i);
      g_autofree char *escaped = g_markup_escape_text (run->text, (gssize) run->length);

      if (run->type == JX_RUN_SAME)
        g_string_append (markup, escaped);
      else if (run->type == type && type == JX_RUN_REMOVED)
        g_string_append_printf (markup, "<span strikethrough='true' background='#c01c28' background_alpha='20%%'>%s</span>", escaped);
      else if (run->type == type)
        g_string_append_printf (markup, "<span underline='single' weight='bold' background='#2ec27e' background_alpha='25%%'>%s</span>", escaped);
    }

  return g_string_free (markup, FALSE);
}

/* What one side says; NULL where nothing stands. */
static char *
dup_side (const JxMergeChange *change, gboolean theirs)
{
  const JxItem *item = theirs ? change->theirs : change->type == JX_DIFFERENCE_ADDED ? NULL : change->mine;

  switch (change->type)
    {
    case JX_DIFFERENCE_CHANGED:
      return g_strdup (theirs ? change->theirs_value : change->mine_value);
    case JX_DIFFERENCE_MOVED:
      return g_strdup_printf (_("Place %u: %s"), jx_item_get_index (item) + 1, jx_item_get_caption (item));
    case JX_DIFFERENCE_ADDED:
    case JX_DIFFERENCE_REMOVED:
    default:
      return item != NULL ? jx_change_row_describe_item (item) : NULL;
    }
}

static void
toggled_cb (GtkCheckButton *button, JxChangeRow *self)
{
  if (self->change->taken == gtk_check_button_get_active (button))
    return;

  self->change->taken = gtk_check_button_get_active (button);
  g_signal_emit (self, signals[SIGNAL_DECIDED], 0);
}

static GtkWidget *
make_side (const char *caption, const char *text, const char *markup, const char *nothing)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *head = gtk_label_new (caption);
  GtkWidget *body = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (head), 0);
  gtk_label_set_ellipsize (GTK_LABEL (head), PANGO_ELLIPSIZE_MIDDLE);
  gtk_widget_add_css_class (head, "caption");
  gtk_widget_add_css_class (head, "dim-label");
  gtk_label_set_xalign (GTK_LABEL (body), 0);
  gtk_label_set_wrap (GTK_LABEL (body), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (body), PANGO_WRAP_WORD_CHAR);
  if (text != NULL)
    gtk_label_set_markup (GTK_LABEL (body), markup);
  else
    gtk_label_set_text (GTK_LABEL (body), nothing);
  if (text == NULL)
    gtk_widget_add_css_class (body, "dim-label");
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), body);
  gtk_widget_set_valign (box, GTK_ALIGN_START);

  return box;
}

static GtkWidget *
make_choice (GtkWidget *side, const char *place, const char *caption, const char *text)
{
  GtkWidget *button = g_object_new (GTK_TYPE_CHECK_BUTTON, "accessible-role", GTK_ACCESSIBLE_ROLE_RADIO, NULL);
  g_autofree char *name = g_strdup_printf ("%s: %s: %s", place, caption, text);

  gtk_check_button_set_child (GTK_CHECK_BUTTON (button), side);
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_set_valign (gtk_widget_get_first_child (button), GTK_ALIGN_START); /* the mark: beside the first line of a long text */
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return button;
}

static GtkWidget *
make_badge (const char *icon, const char *text, const char *tooltip)
{
  GtkWidget *badge = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *image = gtk_image_new_from_icon_name (icon);
  GtkWidget *label = gtk_label_new (text);

  gtk_accessible_update_state (GTK_ACCESSIBLE (image), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_set_tooltip_text (badge, tooltip);
  gtk_box_append (GTK_BOX (badge), image);
  gtk_box_append (GTK_BOX (badge), label);

  return badge;
}

/* @swapped: theirs is what was before, so what only theirs has was removed since. */
static GtkWidget *
make_head (const JxMergeChange *change, const char *place, const char *guess, gboolean swapped)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (place);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "heading");
  gtk_box_append (GTK_BOX (head), label);
  if (guess != NULL)
    gtk_box_append (GTK_BOX (head), make_badge ("dialog-question-symbolic", _("Guessed"), guess));
  if (change->conflict)
    gtk_box_append (GTK_BOX (head), make_badge ("dialog-warning-symbolic", _("Differs"), _("Both say something; choose one")));
  else if (change->type == JX_DIFFERENCE_ADDED && swapped)
    gtk_box_append (GTK_BOX (head), make_badge ("list-remove-symbolic", _("Removed"), NULL));
  else if (change->type == JX_DIFFERENCE_REMOVED && swapped)
    gtk_box_append (GTK_BOX (head), make_badge ("list-add-symbolic", _("New"), NULL));
  else if (change->type == JX_DIFFERENCE_ADDED)
    gtk_box_append (GTK_BOX (head), make_badge ("list-add-symbolic", _("New"), _("Only theirs has this")));
  else if (change->type == JX_DIFFERENCE_REMOVED)
    gtk_box_append (GTK_BOX (head), make_badge ("list-remove-symbolic", _("Only mine"), _("Theirs does not have this")));

  return head;
}

static void
take_cb (JxChangeRow *self)
{
  g_signal_emit (self, signals[SIGNAL_TAKEN], 0);
}

static void
show_cb (JxChangeRow *self)
{
  g_signal_emit (self, signals[SIGNAL_SHOWN], 0);
}

/* @told: what both sides say, which is not seen while the focus is on the button. */
static void
add_button (JxChangeRow *self, GtkWidget *head, const char *label, const char *place, const char *told, void (*pressed) (JxChangeRow *self))
{
  GtkWidget *button = gtk_button_new_with_label (label);
  g_autofree char *name = g_strdup_printf ("%s: %s", label, place);

  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, told, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (pressed), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (head), button);
}

/* @look: (nullable): only looked at; else the user chooses. */
static void
fill (JxChangeRow *self, const char *guess, const JxChangeLook *look)
{
  const JxMergeChange *change = self->change;
  gboolean swapped = look != NULL && look->theirs_first;
  gboolean whole = change->type == JX_DIFFERENCE_ADDED || change->type == JX_DIFFERENCE_REMOVED;
  g_autofree char *place = jx_change_row_describe_place (change->mine != NULL ? change->mine : change->theirs, change->field);
  g_autofree char *first = dup_side (change, swapped);
  g_autofree char *second = dup_side (change, !swapped);
  /* Of a whole row, or of a text that was blank, nothing is marked: all of it is new. */
  gboolean marked = first != NULL && second != NULL;
  g_autoptr (GArray) runs = jx_text_diff (first != NULL ? first : second, second != NULL ? second : first);
  g_autofree char *first_markup = mark_up (runs, marked ? JX_RUN_REMOVED : JX_RUN_SAME);
  g_autofree char *second_markup = mark_up (runs, marked ? JX_RUN_ADDED : JX_RUN_SAME);
  const char *nothing = whole ? _("Not there") : _("Blank");
  const char *mine_caption = look != NULL ? look->mine : _("Mine");
  const char *theirs_caption = look != NULL ? look->theirs : _("Theirs");
  GtkWidget *head = make_head (change, place, guess, swapped);
  GtkWidget *pair = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACE_PX);
  GtkWidget *left = make_side (swapped ? theirs_caption : mine_caption, first, first_markup, nothing);
  GtkWidget *right = make_side (swapped ? mine_caption : theirs_caption, second, second_markup, nothing);

  gtk_widget_set_layout_manager (pair, jx_pair_layout_new_halves (THRESHOLD_PX, SPACE_PX));
  if (look == NULL)
    {
      left = make_choice (left, place, mine_caption, first != NULL ? first : nothing);
      right = make_choice (right, place, theirs_caption, second != NULL ? second : nothing);
      gtk_check_button_set_group (GTK_CHECK_BUTTON (right), GTK_CHECK_BUTTON (left));
      gtk_check_button_set_active (GTK_CHECK_BUTTON (change->taken ? right : left), TRUE);
      g_signal_connect_object (right, "toggled", G_CALLBACK (toggled_cb), self, 0);
    }
  else
    {
      g_autofree char *told = g_strdup_printf ("%s: %s; %s: %s", swapped ? theirs_caption : mine_caption, first != NULL ? first : nothing,
                                               swapped ? mine_caption : theirs_caption, second != NULL ? second : nothing);

      if (change->mine != NULL)
        add_button (self, head, _("Show"), place, told, show_cb);
      add_button (self, head, look->take, place, told, take_cb);
    }
  gtk_box_append (GTK_BOX (pair), left);
  gtk_box_append (GTK_BOX (pair), right);

  gtk_box_append (GTK_BOX (self->box), head);
  gtk_box_append (GTK_BOX (self->box), pair);
  if (guess != NULL)
    {
      GtkWidget *why = gtk_label_new (guess);

      gtk_label_set_xalign (GTK_LABEL (why), 0);
      gtk_label_set_wrap (GTK_LABEL (why), TRUE);
      gtk_widget_add_css_class (why, "caption");
      gtk_box_append (GTK_BOX (self->box), why);
    }
}

static void
jx_change_row_dispose (GObject *object)
{
  g_clear_pointer (&JX_CHANGE_ROW (object)->box, gtk_widget_unparent);

  G_OBJECT_CLASS (jx_change_row_parent_class)->dispose (object);
}

static void
jx_change_row_class_init (JxChangeRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jx_change_row_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "changerow");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
  signals[SIGNAL_SHOWN] = g_signal_new ("shown", JX_TYPE_CHANGE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_TAKEN] = g_signal_new ("taken", JX_TYPE_CHANGE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_DECIDED] = g_signal_new ("decided", JX_TYPE_CHANGE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
jx_change_row_init (JxChangeRow *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

static GtkWidget *
make (JxMergeChange *change, const char *guess, const JxChangeLook *look)
{
  JxChangeRow *self = g_object_new (JX_TYPE_CHANGE_ROW, NULL);

  self->change = change;
  fill (self, guess, look);

  return GTK_WIDGET (self);
}

GtkWidget *
jx_change_row_new (JxMergeChange *change, const char *guess)
{
  g_return_val_if_fail (change != NULL, NULL);

  return make (change, guess, NULL);
}

GtkWidget *
jx_change_row_new_look (JxMergeChange *change, const JxChangeLook *look)
{
  g_return_val_if_fail (change != NULL && look != NULL, NULL);

  return make (change, NULL, look);
}

JxMergeChange *
jx_change_row_get_change (JxChangeRow *self)
{
  g_return_val_if_fail (JX_IS_CHANGE_ROW (self), NULL);

  return self->change;
}
