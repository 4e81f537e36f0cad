/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-spoken.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "app/jx-mnemonic.h"
#include "app/jx-spoken-actions.h"
#include "app/jx-spoken-windows.h"

/* The names of widgets are made when they are first shown, and follow what they are made of. */

typedef void (*Namer) (GtkWidget *widget);

static GHashTable *namers; /* GType → Namer */

static gboolean
is_named (GtkWidget *widget)
{
  return gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL)
         || gtk_test_accessible_has_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
}

static gboolean
has_name (GtkWidget *widget)
{
  g_autofree char *other = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, "");

  return other != NULL && gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL);
}

static void
set_name (GtkWidget *widget, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* Once for each widget, whatever is shown and hidden again. */
static gboolean
is_new (GtkWidget *widget)
{
  if (g_object_get_data (G_OBJECT (widget), "jx-spoken") != NULL)
    return FALSE;

  g_object_set_data (G_OBJECT (widget), "jx-spoken", GINT_TO_POINTER (TRUE));
  return TRUE;
}

/* GTK names what has a mnemonic by its label with the underscore, and a button by the words on it besides. */
static void
name_by_label (GtkWidget *widget)
{
  g_autofree char *label = NULL;
  g_autofree char *other = NULL;
  g_autofree char *name = NULL;
  gboolean use_underline = FALSE;

  g_object_get (widget, "label", &label, "use-underline", &use_underline, NULL);
  if (label == NULL || !use_underline)
    return;

  other = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, label);
  if (other == NULL)
    {
      name = jx_dup_without_mnemonic (label);
      set_name (widget, name);
    }
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
}

static void
follow (GtkWidget *source, const char *property, Namer namer, GtkWidget *widget)
{
  g_autofree char *signal = g_strconcat ("notify::", property, NULL);

  g_signal_connect_object (source, signal, G_CALLBACK (namer), widget, G_CONNECT_SWAPPED);
}

static void
name_labelled (GtkWidget *widget)
{
  if (!is_new (widget))
    return;

  follow (widget, "label", name_by_label, widget);
  name_by_label (widget);
}

/* Calls @each for the labels that are seen in @widget. */
static void
visit_labels (GtkWidget *widget, void (*each) (GtkWidget *label, gpointer user_data), gpointer user_data)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_LABEL (child))
      each (child, user_data);
    else if (!GTK_IS_BUTTON (child) && !GTK_IS_POPOVER (child))
      visit_labels (child, each, user_data);
}

static void
append_text (GtkWidget *label, gpointer user_data)
{
  GString *text = user_data;
  const char *own = gtk_label_get_text (GTK_LABEL (label));

  /* What is there for two widths says the same twice. */
  if (gtk_widget_get_visible (label) && *own != '\0' && !g_str_equal (text->str, own))
    g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", own);
}

static void
name_by_words (GtkWidget *widget)
{
  g_autoptr (GString) text = g_string_new (NULL);

  visit_labels (widget, append_text, text);
  set_name (widget, text->str);
}

static void
follow_label (GtkWidget *label, gpointer widget)
{
  follow (label, "label", name_by_words, widget);
}

/* What an icon means where nothing else says it: the buttons of GTK's own windows. */
static const char *
get_icon_name (GtkWidget *widget)
{
  static const struct { const char *icon; const char *name; } icons[] = {
    { "window-close-symbolic", N_("Close") },
    { "go-previous-symbolic", N_("Back") },
    { "edit-find-symbolic", N_("Search") },
  };
  GtkWidget *child = GTK_IS_BUTTON (widget) ? gtk_button_get_child (GTK_BUTTON (widget)) : NULL;
  const char *icon = child != NULL && GTK_IS_IMAGE (child) ? gtk_image_get_icon_name (GTK_IMAGE (child)) : NULL;

  for (guint i = 0; icon != NULL && i < G_N_ELEMENTS (icons); i++)
    if (g_str_equal (icon, icons[i].icon))
      return _(icons[i].name);

  return NULL;
}

static void
name_icon (GtkWidget *widget)
{
  const char *name = gtk_widget_get_tooltip_text (widget);
  GtkWidget *parent = gtk_widget_get_parent (widget);
  gboolean switches = GTK_IS_STACK_SWITCHER (parent); /* named with underscores too */

  if (name == NULL)
    name = get_icon_name (widget);
  if (!switches && has_name (widget))
    ;
  else if (name != NULL)
    set_name (widget, name);
  else
    {
      visit_labels (widget, follow_label, widget);
      name_by_words (widget);
    }
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
}

/* Returns: (transfer full) (nullable): of @item, as what drops down shows it. */
static char *
dup_choice (gpointer item, GtkExpression *expression)
{
  g_auto (GValue) value = G_VALUE_INIT;

  if (item != NULL && expression != NULL && gtk_expression_evaluate (expression, item, &value) && G_VALUE_HOLDS_STRING (&value))
    return g_value_dup_string (&value);

  return GTK_IS_STRING_OBJECT (item) ? g_strdup (gtk_string_object_get_string (item)) : NULL;
}

static void
name_drop_down (GtkDropDown *drop_down)
{
  g_autofree char *choice = dup_choice (gtk_drop_down_get_selected_item (drop_down), gtk_drop_down_get_expression (drop_down));

  if (choice != NULL)
    set_name (gtk_widget_get_first_child (GTK_WIDGET (drop_down)), choice);
}

static void
name_button (GtkWidget *widget)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);

  if (GTK_IS_MENU_BUTTON (parent))
    return; /* it has its name from that */
  if (gtk_button_get_label (GTK_BUTTON (widget)) != NULL)
    name_labelled (widget);
  else if (!is_new (widget))
    return;
  else if (GTK_IS_DROP_DOWN (parent))
    {
      follow (parent, "selected-item", (Namer) name_drop_down, parent);
      name_drop_down (GTK_DROP_DOWN (parent));
    }
  else
    name_icon (widget);
}

/* A button that stays pressed is to GTK one like any other: it has the role of a check box, and here the state. */
static void
tell_checked (GtkWidget *widget)
{
  gboolean checked = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (widget));

  gtk_accessible_update_state (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_STATE_CHECKED, checked ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
}

static void
name_toggle (GtkWidget *widget)
{
  gboolean known = g_object_get_data (G_OBJECT (widget), "jx-spoken") != NULL;

  name_button (widget);
  if (known || gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget)) != GTK_ACCESSIBLE_ROLE_CHECKBOX)
    return;

  follow (widget, "active", tell_checked, widget);
  tell_checked (widget);
}

static void
name_input (GtkWidget *widget)
{
  g_autofree char *placeholder = NULL;

  if (is_named (widget))
    return;

  g_object_get (widget, "placeholder-text", &placeholder, NULL);
  set_name (widget, placeholder != NULL ? placeholder : GTK_IS_SEARCH_ENTRY (widget) ? _("Search") : "");
}

static void
name_switch (GtkWidget *widget)
{
  GtkWidget *row = gtk_widget_get_ancestor (widget, ADW_TYPE_PREFERENCES_ROW);

  if (row != NULL && !is_named (widget))
    set_name (widget, adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));
}

/* What stands below or beside the title: what is chosen, and what it means. */
static void
describe_row (GtkWidget *widget)
{
  const char *subtitle = adw_action_row_get_subtitle (ADW_ACTION_ROW (widget));
  g_autofree char *choice = ADW_IS_COMBO_ROW (widget) ? dup_choice (adw_combo_row_get_selected_item (ADW_COMBO_ROW (widget)), adw_combo_row_get_expression (ADW_COMBO_ROW (widget))) : NULL;
  gboolean both = choice != NULL && subtitle != NULL && *subtitle != '\0';
  g_autofree char *text = g_strconcat (choice != NULL ? choice : "", both ? ". " : "", subtitle != NULL ? subtitle : "", NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

/* Rows, which may show one thing after another. */
static void
name_row (GtkWidget *widget)
{
  if (!is_new (widget))
    return;

  if (ADW_IS_ACTION_ROW (widget))
    {
      follow (widget, "subtitle", describe_row, widget);
      if (ADW_IS_COMBO_ROW (widget))
        follow (widget, "selected-item", describe_row, widget);
      describe_row (widget);
    }
  if (is_named (widget))
    return;
  if (ADW_IS_PREFERENCES_ROW (widget))
    set_name (widget, adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)));
  else
    {
      visit_labels (widget, follow_label, widget);
      name_by_words (widget);
    }
}

static void
name_tab (GtkWidget *widget)
{
  g_autoptr (AdwTabPage) page = NULL;

  g_object_get (widget, "page", &page, NULL);
  if (page == NULL)
    return;

  /* The focus is on what the tab stands in. */
  set_name (gtk_widget_get_parent (widget), adw_tab_page_get_title (page));
  set_name (widget, adw_tab_page_get_title (page));
  if (is_new (widget))
    g_signal_connect_object (page, "notify::title", G_CALLBACK (name_tab), widget, G_CONNECT_SWAPPED);
}

/* What scrolls takes the focus where nothing in it does; a bar with no tab in it is no place to be. */
static void
pass_by_tabs (GtkWidget *widget)
{
  if (gtk_widget_get_ancestor (widget, ADW_TYPE_TAB_BAR) != NULL)
    gtk_widget_set_focusable (widget, FALSE);
  if (!is_named (widget))
    set_name (widget, "");
}

/* The type of a widget is no name of it. */
static void
name_nothing (GtkWidget *widget)
{
  if (!is_named (widget))
    set_name (widget, "");
}

/* The pages of a stack stand in the tree too. */
static void
name_page (GtkStack *stack, GtkWidget *child)
{
  GtkStackPage *page = gtk_stack_get_page (stack, child);
  const char *title = gtk_stack_page_get_title (page);

  if (!gtk_test_accessible_has_property (GTK_ACCESSIBLE (page), GTK_ACCESSIBLE_PROPERTY_LABEL))
    gtk_accessible_update_property (GTK_ACCESSIBLE (page), GTK_ACCESSIBLE_PROPERTY_LABEL, title != NULL ? title : "", -1);
}

static Namer
find_namer (GType type)
{
  const struct { GType type; Namer namer; } known[] = {
    { GTK_TYPE_WINDOW, NULL },
    { GTK_TYPE_TEXT, NULL },
    { GTK_TYPE_TOGGLE_BUTTON, name_toggle },
    { GTK_TYPE_BUTTON, name_button },
    { GTK_TYPE_CHECK_BUTTON, name_labelled },
    { GTK_TYPE_MENU_BUTTON, name_icon },
    { GTK_TYPE_SEARCH_ENTRY, name_input },
    { GTK_TYPE_ENTRY, name_input },
    { GTK_TYPE_SWITCH, name_switch },
    { GTK_TYPE_SCROLLED_WINDOW, pass_by_tabs },
    { GTK_TYPE_LIST_BOX_ROW, name_row },
    { g_type_from_name ("GtkListItemWidget"), name_row },
    { g_type_from_name ("AdwTab"), name_tab },
  };

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (known[i].type != G_TYPE_INVALID && g_type_is_a (type, known[i].type))
      return known[i].namer;

  return name_nothing;
}

static gboolean
mapped_cb (GSignalInvocationHint *hint, guint n_values, const GValue *values, gpointer user_data)
{
  GtkWidget *widget = g_value_get_object (&values[0]);
  gpointer type = GSIZE_TO_POINTER (G_OBJECT_TYPE (widget));
  gpointer namer = NULL;

  if (!g_hash_table_lookup_extended (namers, type, NULL, &namer))
    {
      namer = find_namer (G_OBJECT_TYPE (widget));
      g_hash_table_insert (namers, type, namer);
    }
  if (namer != NULL)
    ((Namer) namer) (widget);
  if (GTK_IS_STACK (gtk_widget_get_parent (widget)))
    name_page (GTK_STACK (gtk_widget_get_parent (widget)), widget);

  return TRUE;
}

/* Entries offer to be activated, as by Enter, and then do nothing. */
static void
make_activatable (GType type)
{
  GtkWidgetClass *widget_class = g_type_class_ref (type); /* for good */

  if (gtk_widget_class_get_activate_signal (widget_class) == 0)
    gtk_widget_class_set_activate_signal_from_name (widget_class, "activate");
}

void
jx_spoken_start (void)
{
  if (namers != NULL)
    return;

  namers = g_hash_table_new (NULL, NULL);
  g_type_class_ref (GTK_TYPE_WIDGET); /* for good: it brings the signal */
  make_activatable (GTK_TYPE_ENTRY);
  make_activatable (GTK_TYPE_SEARCH_ENTRY);
  jx_spoken_actions_start ();
  jx_spoken_windows_start ();
  g_signal_add_emission_hook (g_signal_lookup ("map", GTK_TYPE_WIDGET), 0, mapped_cb, NULL, NULL);
}
