/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-window-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/jx-clip-read.h"

/* Taking in what a colleague's document said when it was copied: files, a page with its tables, or a text. */

static void
complain (JxWindow *self)
{
  jx_window_complain (self, _("There is nothing to take in"),
                      _("Nothing that could be a goal document is on the clipboard. Copy tables or text in Word, WPS, Excel or a browser, or files, and try again."));
}

static void
text_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (JxWindow) self = data;
  char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  g_autoptr (GBytes) contents = text != NULL ? g_bytes_new_take (text, strlen (text)) : NULL;

  if (contents != NULL && g_bytes_get_size (contents) > 0)
    jx_window_take_in_copied (self, contents);
  else
    complain (self);
}

static void
html_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (JxWindow) self = data;
  g_autoptr (GBytes) page = jx_clip_read_html_finish (result);

  if (page != NULL && g_bytes_get_size (page) > 0)
    jx_window_take_in_copied (self, page);
  else
    complain (self);
}

static void
files_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (JxWindow) self = data;
  const GValue *value = gdk_clipboard_read_value_finish (GDK_CLIPBOARD (source), result, NULL);
  GSList *files = value != NULL ? gdk_file_list_get_files (g_value_get_boxed (value)) : NULL; /* container ours */

  if (files == NULL || !jx_window_drop (self, files))
    complain (self);
  g_slist_free (files);
}

void
jx_window_import_copied (JxWindow *self, GVariant *parameter)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self));
  GdkContentFormats *formats = gdk_content_formats_union_deserialize_gtypes (gdk_content_formats_ref (gdk_clipboard_get_formats (clipboard)));

  if (gdk_content_formats_contain_gtype (formats, GDK_TYPE_FILE_LIST))
    gdk_clipboard_read_value_async (clipboard, GDK_TYPE_FILE_LIST, G_PRIORITY_DEFAULT, NULL, files_read_cb, g_object_ref (self));
  else if (jx_clip_offers_html (clipboard))
    jx_clip_read_html_async (clipboard, html_read_cb, g_object_ref (self));
  else
    gdk_clipboard_read_text_async (clipboard, NULL, text_read_cb, g_object_ref (self));
  gdk_content_formats_unref (formats);
}
