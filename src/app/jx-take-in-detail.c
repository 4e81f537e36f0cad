/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-take-in-detail.h"

#include <glib/gi18n-lib.h>

#include "app/jx-change-row.h"
#include "app/jx-take-in-report.h"

struct _JxTakeInDetail
{
  GtkWidget parent_instance;

  JxImportPlan *plan;
  JxImportPart *part;
  JxDocument *document;
  JxImportChoice offered[4]; /* what the choices of the drop-down are */
  gboolean syncing;

  GtkWidget *box;
  GtkWidget *choice;
  GtkWidget *sentence;
  GtkWidget *bulk;  /* all mine, all theirs */
  GtkWidget *body;
};

G_DEFINE_FINAL_TYPE (JxTakeInDetail, jx_take_in_detail, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

char *
jx_take_in_detail_get_title (const JxImportPart *part)
{
  const char *name = NULL;

  g_return_val_if_fail (part != NULL, NULL);

  if (jx_item_get_kind (part->theirs) == JX_KIND_DOCUMENT)
    return g_strdup (_("Department’s part"));

  name = jx_item_get_caption (part->theirs);
  return g_strdup (*name != '\0' ? name : _("Unnamed project"));
}

/* What becomes of the part, and what a rival means. */
static char *
describe_choice (JxTakeInDetail *self)
{
  static const char *const sentences[] = {
    [JX_IMPORT_LEAVE] = N_("Nothing of this is taken."),
    [JX_IMPORT_ADD] = N_("This becomes a further project of the document."),
    [JX_IMPORT_MERGE] = N_("Blanks are filled and rows added. Where both say something, yours stays unless you choose theirs."),
    [JX_IMPORT_REPLACE] = N_("All that the file says stands in place of yours, and rows it does not have go. What it leaves blank stays."),
  };
  const JxImportPart *part = self->part;
  GString *text = g_string_new (_(sentences[part->choice]));

  if (part->rival != NULL)
    {
      g_string_append_c (text, ' ');
      g_string_append_printf (text, _("“%s” has this too; only one of them can be taken."), jx_import_plan_get_name (self->plan, part->rival->source));
    }

  return g_string_free (text, FALSE);
}

static void
decided_cb (JxTakeInDetail *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
add_content (GtkWidget *body, const char *label, const char *text)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_box_append (GTK_BOX (row), jx_take_in_text_new (label, "heading"));
  gtk_box_append (GTK_BOX (row), jx_take_in_text_new (text, NULL));
  gtk_box_append (GTK_BOX (body), row);
}

/* All that a part says which is matched with nothing. */
static void
show_contents (GtkWidget *body, const JxItem *item)
{
  JxField first;
  guint count, n_kinds;
  const JxKind *kinds = jx_kind_get_child_kinds (jx_item_get_kind (item), &n_kinds);

  jx_field_get_range (jx_item_get_kind (item), &first, &count);
  for (guint i = 0; i < count; i++)
    if (jx_item_get (item, (JxField) (first + i)) != NULL)
      add_content (body, jx_field_get_label ((JxField) (first + i)), jx_item_get (item, (JxField) (first + i)));
  for (guint i = 0; i < n_kinds; i++)
    for (guint j = 0; j < jx_item_count (item, kinds[i]); j++)
      {
        JxItem *child = jx_item_child (item, kinds[i], j);
        g_autofree char *place = jx_change_row_describe_place (child, JX_FIELD_NONE);
        g_autofree char *text = jx_change_row_describe_item (child);

        add_content (body, place, text);
      }
}

static void
show_changes (JxTakeInDetail *self)
{
  GArray *changes = jx_merge_list (self->part->merge);

  for (guint i = 0; i < changes->len; i++)
    {
      JxMergeChange *change = &g_array_index (changes, JxMergeChange, i);
      const char *guess = change->theirs != NULL ? jx_import_plan_get_guess (self->plan, self->part->source, change->theirs, change->field) : NULL;
      GtkWidget *row = jx_change_row_new (change, guess);

      gtk_widget_set_sensitive (row, self->part->choice == JX_IMPORT_MERGE);
      g_signal_connect_object (row, "decided", G_CALLBACK (decided_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (self->body), row);
    }
}

static void
show_body (JxTakeInDetail *self)
{
  g_autofree char *sentence = describe_choice (self);
  GtkWidget *child = NULL;

  gtk_label_set_text (GTK_LABEL (self->sentence), sentence);
  gtk_widget_set_visible (self->bulk, self->part->choice == JX_IMPORT_MERGE);
  while ((child = gtk_widget_get_first_child (self->body)) != NULL)
    gtk_box_remove (GTK_BOX (self->body), child);

  if (self->part->merge != NULL && self->part->choice != JX_IMPORT_ADD)
    show_changes (self);
  else
    show_contents (self->body, self->part->theirs);
}

static void
fill_choices (JxTakeInDetail *self)
{
  static const char *const names[] = {
    [JX_IMPORT_LEAVE] = N_("Leave out"),
    [JX_IMPORT_ADD] = N_("Add as a new project"),
    [JX_IMPORT_MERGE] = N_("Merge field by field"),
    [JX_IMPORT_REPLACE] = N_("Replace"),
  };
  static const JxImportChoice order[] = { JX_IMPORT_MERGE, JX_IMPORT_REPLACE, JX_IMPORT_ADD, JX_IMPORT_LEAVE };
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  guint n = 0, selected = 0;

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    if (jx_import_part_allows (self->part, order[i]))
      {
        if (order[i] == self->part->choice)
          selected = n;
        self->offered[n++] = order[i];
        gtk_string_list_append (list, _(names[order[i]]));
      }

  self->syncing = TRUE;
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->choice), G_LIST_MODEL (list));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->choice), selected);
  self->syncing = FALSE;
}

static void
choice_cb (JxTakeInDetail *self, GParamSpec *pspec, GtkDropDown *choice)
{
  guint selected = gtk_drop_down_get_selected (choice);

  if (self->syncing || selected == GTK_INVALID_LIST_POSITION)
    return;

  jx_import_plan_set_choice (self->plan, self->part, self->offered[selected]);
  show_body (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
partner_cb (JxTakeInDetail *self, GParamSpec *pspec, GtkDropDown *partner)
{
  guint selected = gtk_drop_down_get_selected (partner);

  if (self->syncing || selected == GTK_INVALID_LIST_POSITION)
    return;

  jx_import_plan_set_partner (self->plan, self->part,
                              selected > 0 ? jx_item_child (jx_document_get_root (self->document), JX_KIND_PROJECT, selected - 1) : NULL);
  fill_choices (self);
  show_body (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
take_all (JxTakeInDetail *self, gboolean theirs)
{
  GArray *changes = jx_merge_list (self->part->merge);

  for (guint i = 0; i < changes->len; i++)
    g_array_index (changes, JxMergeChange, i).taken = theirs;
  show_body (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
all_mine_cb (JxTakeInDetail *self)
{
  take_all (self, FALSE);
}

static void
all_theirs_cb (JxTakeInDetail *self)
{
  take_all (self, TRUE);
}

static GtkWidget *
make_partners (JxTakeInDetail *self)
{
  JxItem *root = jx_document_get_root (self->document);
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  GtkWidget *partner = NULL;

  gtk_string_list_append (list, _("No project of mine"));
  for (guint i = 0; i < jx_item_count (root, JX_KIND_PROJECT); i++)
    {
      g_autofree char *name = g_strdup_printf ("%u %s", i + 1, jx_item_get_caption (jx_item_child (root, JX_KIND_PROJECT, i)));

      gtk_string_list_append (list, name);
    }
  partner = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&list)), gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string"));
  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (partner), TRUE);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (partner), self->part->mine != NULL ? jx_item_get_index (self->part->mine) + 1 : 0);
  g_signal_connect_object (partner, "notify::selected", G_CALLBACK (partner_cb), self, G_CONNECT_SWAPPED);

  return partner;
}

static void
add_control (GtkWidget *grid, int row, const char *mnemonic, GtkWidget *control)
{
  GtkWidget *label = gtk_label_new_with_mnemonic (mnemonic);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), control);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (control), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  gtk_widget_set_hexpand (control, TRUE);
  gtk_grid_attach (GTK_GRID (grid), label, 0, row, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), control, 1, row, 1, 1);
}

static GtkWidget *
make_bulk (JxTakeInDetail *self)
{
  GtkWidget *bulk = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *mine = gtk_button_new_with_mnemonic (_("All _Mine"));
  GtkWidget *theirs = gtk_button_new_with_mnemonic (_("All T_heirs"));

  g_signal_connect_object (mine, "clicked", G_CALLBACK (all_mine_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (theirs, "clicked", G_CALLBACK (all_theirs_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (bulk), mine);
  gtk_box_append (GTK_BOX (bulk), theirs);

  return bulk;
}

static void
jx_take_in_detail_dispose (GObject *object)
{
  g_clear_pointer (&JX_TAKE_IN_DETAIL (object)->box, gtk_widget_unparent);
  g_clear_object (&JX_TAKE_IN_DETAIL (object)->document);

  G_OBJECT_CLASS (jx_take_in_detail_parent_class)->dispose (object);
}

static void
jx_take_in_detail_class_init (JxTakeInDetailClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jx_take_in_detail_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "takeindetail");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", JX_TYPE_TAKE_IN_DETAIL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
jx_take_in_detail_init (JxTakeInDetail *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

GtkWidget *
jx_take_in_detail_new (JxImportPlan *plan, JxImportPart *part, JxDocument *document)
{
  JxTakeInDetail *self = g_object_new (JX_TYPE_TAKE_IN_DETAIL, NULL);
  g_autofree char *title = jx_take_in_detail_get_title (part);
  GtkWidget *grid = gtk_grid_new ();

  self->plan = plan;
  self->part = part;
  self->document = g_object_ref (document);
  self->choice = gtk_drop_down_new (NULL, NULL);
  self->sentence = jx_take_in_text_new (NULL, "dim-label");
  self->bulk = make_bulk (self);
  self->body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  g_signal_connect_object (self->choice, "notify::selected", G_CALLBACK (choice_cb), self, G_CONNECT_SWAPPED);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  if (jx_item_get_kind (part->theirs) == JX_KIND_PROJECT)
    add_control (grid, 0, _("_Beside"), make_partners (self));
  add_control (grid, 1, _("_What to do"), self->choice);

  gtk_box_append (GTK_BOX (self->box), jx_take_in_text_new (title, "title-3"));
  gtk_box_append (GTK_BOX (self->box), grid);
  gtk_box_append (GTK_BOX (self->box), self->sentence);
  gtk_box_append (GTK_BOX (self->box), self->bulk);
  gtk_box_append (GTK_BOX (self->box), self->body);
  fill_choices (self);
  show_body (self);

  return GTK_WIDGET (self);
}
