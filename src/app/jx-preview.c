/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-preview.h"

#include <glib/gi18n-lib.h>

#include "app/jx-export.h"
#include "app/jx-export-pdf.h"
#include "app/jx-page-view.h"
#include "app/jx-paper-panel.h"
#include "app/jx-print.h"
#include "app/jx-tell.h"
#include "app/jx-thumbnails.h"

struct _JxPreview
{
  AdwWindow parent_instance;

  JxSession *session;
  JxPaperChoice *choice;
  JxPaper *paper;
  guint current;       /* the project asked for first where some are chosen */
  gboolean laying_out;
  gboolean outdated;   /* something is other than when the pages were laid out */

  AdwToastOverlay *toasts;
  JxThumbnails *thumbnails;
  JxPageView *view;
  GtkEditable *page_entry;
  GtkLabel *page_count;
  GtkLabel *zoom_label;
  GtkStack *stack;
  JxPaperPanel *panel;
};

G_DEFINE_FINAL_TYPE (JxPreview, jx_preview, ADW_TYPE_WINDOW)

enum
{
  PROP_ZOOM = 1,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void
update_page (JxPreview *self)
{
  g_autofree char *number = g_strdup_printf ("%u", jx_page_view_get_page (self->view) + 1);

  gtk_editable_set_text (self->page_entry, number);
}

static void
update_zoom (JxPreview *self)
{
  double zoom = jx_page_view_get_zoom (self->view);
  g_autofree char *percent = g_strdup_printf ("%.0f %%", zoom * 100);

  gtk_label_set_text (self->zoom_label, percent);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.zoom-in", zoom < JX_PAGE_ZOOM_MAX);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.zoom-out", zoom > JX_PAGE_ZOOM_MIN);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ZOOM]);
}

static void
page_entered_cb (GtkEntry *entry, JxPreview *self)
{
  guint64 page = 0;

  if (g_ascii_string_to_unsigned (gtk_editable_get_text (self->page_entry), 10, 1, jx_paper_count_pages (self->paper), &page, NULL))
    {
      jx_page_view_set_page (self->view, page - 1);
      gtk_widget_grab_focus (GTK_WIDGET (self->view));
    }
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
  update_page (self);
}

static void
zoom_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  JxPreview *self = JX_PREVIEW (widget);
  GtkWidget *view = GTK_WIDGET (self->view);

  jx_page_view_step_zoom (self->view, g_str_equal (name, "preview.zoom-in"), gtk_widget_get_width (view) / 2., gtk_widget_get_height (view) / 2.);
}

static void
toggle_thumbnails_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkWidget *thumbnails = GTK_WIDGET (JX_PREVIEW (widget)->thumbnails);

  gtk_widget_set_visible (thumbnails, !gtk_widget_get_visible (thumbnails));
}

static void
go_to_page_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (JX_PREVIEW (widget)->page_entry));
}

/* "width", "page" or a percentage; asked for already while the template is built. */
static void
jx_preview_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  JxPreview *self = JX_PREVIEW (object);
  JxPageFit fit = self->view != NULL ? jx_page_view_get_fit (self->view) : JX_PAGE_FIT_PAGE;

  if (fit == JX_PAGE_FIT_NONE)
    g_value_take_string (value, g_strdup_printf ("%.0f", jx_page_view_get_zoom (self->view) * 100));
  else
    g_value_set_static_string (value, fit == JX_PAGE_FIT_WIDTH ? "width" : "page");
}

static void
jx_preview_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  JxPreview *self = JX_PREVIEW (object);
  const char *zoom = g_value_get_string (value);

  if (g_str_equal (zoom, "width"))
    jx_page_view_set_fit (self->view, JX_PAGE_FIT_WIDTH);
  else if (g_str_equal (zoom, "page"))
    jx_page_view_set_fit (self->view, JX_PAGE_FIT_PAGE);
  else
    jx_page_view_set_zoom (self->view, g_ascii_strtod (zoom, NULL) / 100);
}

/* @paper: (transfer full) (nullable) */
static void
set_paper (JxPreview *self, JxPaper *paper)
{
  g_autofree char *count = g_strdup_printf (_("of %u"), paper != NULL ? jx_paper_count_pages (paper) : 0);

  jx_page_view_set_paper (self->view, paper);
  jx_thumbnails_set_paper (self->thumbnails, paper);
  jx_paper_free (self->paper);
  self->paper = paper;
  gtk_label_set_text (self->page_count, count);
  update_page (self);
}

static void lay_out (JxPreview *self);

static void
laid_out_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  JxPreview *self = JX_PREVIEW (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (JxPaper) paper = jx_export_finish_paper (result, &error);

  self->laying_out = FALSE;
  if (gtk_widget_in_destruction (GTK_WIDGET (self)))
    return;

  if (paper != NULL)
    {
      set_paper (self, g_steal_pointer (&paper));
      gtk_stack_set_visible_child_name (self->stack, "pages");
    }
  else if (self->paper == NULL)
    gtk_window_close (GTK_WINDOW (self));
  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    jx_tell_problem (gtk_window_get_transient_for (GTK_WINDOW (self)), _("The pages could not be laid out"), error->message);
  if (self->outdated && error == NULL)
    lay_out (self);
}

/* Beside the main thread, from a copy that no edit reaches; the pages before are shown until then. */
static void
lay_out (JxPreview *self)
{
  g_autoptr (JxDocument) copy = NULL;

  self->outdated = self->laying_out;
  if (self->laying_out)
    return;

  self->laying_out = TRUE;
  copy = jx_session_copy_document (self->session);
  jx_export_async (GTK_WINDOW (self), copy, JX_EXPORT_PAPER, NULL, jx_paper_choice_get_options (self->choice), laid_out_cb, NULL);
}

static void
panel_changed_cb (JxPreview *self)
{
  g_autoptr (JxPaperOptions) options = jx_paper_panel_dup_options (self->panel);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.print", options != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.export", options != NULL);
  if (options != NULL)
    jx_paper_choice_set_options (self->choice, options);
}

static void
edited_cb (JxPreview *self)
{
  self->outdated = TRUE;
}

/* Back from the document's window, where something was edited: projects chosen may be gone. */
static void
active_cb (JxPreview *self)
{
  if (!self->outdated || !gtk_window_is_active (GTK_WINDOW (self)))
    return;

  jx_paper_panel_show (self->panel, jx_session_get_document (self->session), jx_paper_choice_get_options (self->choice), self->current);
  panel_changed_cb (self);
}

static void
print_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  JxPreview *self = JX_PREVIEW (widget);

  if (g_str_equal (name, "preview.print"))
    jx_print_document (GTK_WINDOW (self), self->session, self->choice);
  else
    jx_export_pdf (GTK_WINDOW (self), self->toasts, self->session, self->choice);
}

static void
jx_preview_dispose (GObject *object)
{
  JxPreview *self = JX_PREVIEW (object);

  if (self->view != NULL)
    set_paper (self, NULL);
  g_clear_object (&self->session);
  g_clear_object (&self->choice);

  G_OBJECT_CLASS (jx_preview_parent_class)->dispose (object);
}

static void
add_bindings (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    GdkModifierType modifiers;
    const char *action;
  } bindings[] = {
    { GDK_KEY_plus, GDK_CONTROL_MASK, "preview.zoom-in" },
    { GDK_KEY_equal, GDK_CONTROL_MASK, "preview.zoom-in" },
    { GDK_KEY_KP_Add, GDK_CONTROL_MASK, "preview.zoom-in" },
    { GDK_KEY_minus, GDK_CONTROL_MASK, "preview.zoom-out" },
    { GDK_KEY_KP_Subtract, GDK_CONTROL_MASK, "preview.zoom-out" },
    { GDK_KEY_l, GDK_CONTROL_MASK, "preview.go-to-page" },
    { GDK_KEY_F9, 0, "preview.toggle-thumbnails" },
    { GDK_KEY_p, GDK_CONTROL_MASK, "preview.print" },
    { GDK_KEY_e, GDK_CONTROL_MASK, "preview.export" },
    { GDK_KEY_w, GDK_CONTROL_MASK, "window.close" },
    { GDK_KEY_Escape, 0, "window.close" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bindings); i++)
    gtk_widget_class_add_binding_action (widget_class, bindings[i].key, bindings[i].modifiers, bindings[i].action, NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_0, GDK_CONTROL_MASK, "preview.zoom", "s", "100");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_0, GDK_CONTROL_MASK, "preview.zoom", "s", "100");
}

static void
jx_preview_class_init (JxPreviewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = jx_preview_get_property;
  object_class->set_property = jx_preview_set_property;
  object_class->dispose = jx_preview_dispose;

  props[PROP_ZOOM] = g_param_spec_string ("zoom", NULL, NULL, "page", G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (JX_TYPE_PAGE_VIEW);
  g_type_ensure (JX_TYPE_PAPER_PANEL);
  g_type_ensure (JX_TYPE_THUMBNAILS);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/jixiao/Jixiao/jx-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, JxPreview, toasts);
  gtk_widget_class_bind_template_child (widget_class, JxPreview, stack);
  gtk_widget_class_bind_template_child (widget_class, JxPreview, panel);
  gtk_widget_class_bind_template_child (widget_class, JxPreview, thumbnails);
  gtk_widget_class_bind_template_child (widget_class, JxPreview, view);
  gtk_widget_class_bind_template_child (widget_class, JxPreview, page_entry);
  gtk_widget_class_bind_template_child (widget_class, JxPreview, page_count);
  gtk_widget_class_bind_template_child (widget_class, JxPreview, zoom_label);
  gtk_widget_class_bind_template_callback (widget_class, page_entered_cb);
  gtk_widget_class_install_property_action (widget_class, "preview.zoom", "zoom");
  gtk_widget_class_install_action (widget_class, "preview.print", NULL, print_cb);
  gtk_widget_class_install_action (widget_class, "preview.export", NULL, print_cb);
  gtk_widget_class_install_action (widget_class, "preview.zoom-in", NULL, zoom_cb);
  gtk_widget_class_install_action (widget_class, "preview.zoom-out", NULL, zoom_cb);
  gtk_widget_class_install_action (widget_class, "preview.toggle-thumbnails", NULL, toggle_thumbnails_cb);
  gtk_widget_class_install_action (widget_class, "preview.go-to-page", NULL, go_to_page_cb);
  add_bindings (widget_class);
}

static void
jx_preview_init (JxPreview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_object_bind_property (self->view, "page", self->thumbnails, "page", G_BINDING_BIDIRECTIONAL);
  g_signal_connect_object (self->view, "notify::page", G_CALLBACK (update_page), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "notify::zoom", G_CALLBACK (update_zoom), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->panel, "changed", G_CALLBACK (panel_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::is-active", G_CALLBACK (active_cb), NULL);
  jx_page_view_set_fit (self->view, JX_PAGE_FIT_PAGE);
}

GtkWidget *
jx_preview_new (GtkWindow *parent, JxSession *session, JxPaperChoice *choice, guint current)
{
  JxPreview *self = NULL;

  g_return_val_if_fail (JX_IS_SESSION (session), NULL);
  g_return_val_if_fail (JX_IS_PAPER_CHOICE (choice), NULL);

  self = g_object_new (JX_TYPE_PREVIEW, "transient-for", parent, NULL);
  self->session = g_object_ref (session);
  self->choice = g_object_ref (choice);
  self->current = current;
  g_signal_connect_object (choice, "changed", G_CALLBACK (lay_out), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (jx_session_get_document (session), "settled", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  jx_paper_panel_show (self->panel, jx_session_get_document (session), jx_paper_choice_get_options (choice), current);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  lay_out (self);

  return GTK_WIDGET (self);
}
