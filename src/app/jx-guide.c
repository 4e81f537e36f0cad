/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-guide.h"

#include <glib/gi18n-lib.h>

#include "app/jx-guide-text.h"
#include "app/jx-two-panes.h"

struct _JxGuide
{
  AdwWindow parent_instance;

  GPtrArray *chapters; /* (element-type JxGuideChapter) */

  GtkListBox *list;
  GtkScrolledWindow *scroller;
  GtkBox *page;
};

G_DEFINE_FINAL_TYPE (JxGuide, jx_guide, ADW_TYPE_WINDOW)

static GtkWidget *
make_label (const char *markup, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static GtkWidget *
make_block (const JxGuideBlock *block)
{
  GtkWidget *box = NULL;
  GtkWidget *mark = NULL;
  GtkWidget *words = NULL;

  if (block->type != JX_GUIDE_POINT)
    return make_label (block->markup, block->type == JX_GUIDE_SECTION ? "section" : NULL);

  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  mark = gtk_label_new (block->mark);
  gtk_label_set_width_chars (GTK_LABEL (mark), 2);
  gtk_label_set_xalign (GTK_LABEL (mark), 1);
  words = make_label (block->markup, NULL);
  gtk_widget_set_valign (mark, GTK_ALIGN_BASELINE);
  gtk_widget_set_valign (words, GTK_ALIGN_BASELINE);
  gtk_box_append (GTK_BOX (box), mark);
  gtk_box_append (GTK_BOX (box), words);

  return box;
}

static void
append_words (GString *text, GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    append_words (text, child);
}

/* Nothing in a chapter takes the focus: where it scrolls, it is read aloud. */
static void
speak_chapter (JxGuide *self, const JxGuideChapter *chapter)
{
  g_autoptr (GString) text = g_string_new (NULL);

  append_words (text, GTK_WIDGET (self->page));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scroller), GTK_ACCESSIBLE_PROPERTY_LABEL, chapter->title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text->str, -1);
}

static void
show_chapter (JxGuide *self, const JxGuideChapter *chapter)
{
  g_autofree char *title = g_markup_escape_text (chapter->title, -1);
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->page))) != NULL)
    gtk_box_remove (self->page, child);
  gtk_box_append (self->page, make_label (title, "title-1"));
  for (guint i = 0; i < chapter->blocks->len; i++)
    gtk_box_append (self->page, make_block (g_ptr_array_index (chapter->blocks, i)));
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  speak_chapter (self, chapter);
}

static void
selected_cb (GtkListBox *list, GtkListBoxRow *row, JxGuide *self)
{
  if (row != NULL)
    show_chapter (self, g_ptr_array_index (self->chapters, gtk_list_box_row_get_index (row)));
}

static void
jx_guide_finalize (GObject *object)
{
  g_ptr_array_unref (JX_GUIDE (object)->chapters);

  G_OBJECT_CLASS (jx_guide_parent_class)->finalize (object);
}

static void
jx_guide_class_init (JxGuideClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = jx_guide_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/jixiao/Jixiao/jx-guide.ui");
  gtk_widget_class_bind_template_child (widget_class, JxGuide, list);
  gtk_widget_class_bind_template_child (widget_class, JxGuide, scroller);
  gtk_widget_class_bind_template_child (widget_class, JxGuide, page);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close", NULL);
}

static void
jx_guide_init (JxGuide *self)
{
  self->chapters = jx_guide_text_load ();
  gtk_widget_init_template (GTK_WIDGET (self));
  jx_two_panes_add_tab (self->list, GTK_WIDGET (self->scroller));
  for (guint i = 0; i < self->chapters->len; i++)
    {
      const JxGuideChapter *chapter = g_ptr_array_index (self->chapters, i);
      GtkWidget *title = gtk_label_new (chapter->title);

      gtk_label_set_xalign (GTK_LABEL (title), 0);
      gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
      gtk_list_box_append (self->list, title);
    }
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
}

GtkWidget *
jx_guide_new (void)
{
  return g_object_new (JX_TYPE_GUIDE, NULL);
}
