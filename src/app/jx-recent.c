/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-recent.h"

#include <gtk/gtk.h>

#define MEDIA_TYPE "application/x-jixiao+xml"

static void
recent_document_free (JxRecentDocument *document)
{
  g_free (document->path);
  g_free (document->name);
  g_free (document->description);
  g_date_time_unref (document->when);
  g_free (document);
}

static int
compare_latest_first (gconstpointer a, gconstpointer b)
{
  return g_date_time_compare (gtk_recent_info_get_modified ((GtkRecentInfo *) b),
                              gtk_recent_info_get_modified ((GtkRecentInfo *) a));
}

static JxRecentDocument *
recent_document_new (GtkRecentInfo *info)
{
  JxRecentDocument *document = NULL;
  g_autofree char *path = g_filename_from_uri (gtk_recent_info_get_uri (info), NULL, NULL);
  const char *description = gtk_recent_info_get_description (info);

  if (path == NULL)
    return NULL;

  document = g_new0 (JxRecentDocument, 1);
  document->path = g_steal_pointer (&path);
  document->name = g_strdup (gtk_recent_info_get_display_name (info));
  document->description = description != NULL && *description != '\0' ? g_strdup (description) : NULL;
  document->when = g_date_time_to_local (gtk_recent_info_get_modified (info));

  return document;
}

static gboolean
add_cb (gpointer user_data)
{
  JxSession *session = user_data;
  const char *path = jx_session_get_path (session);
  g_autofree char *uri = path != NULL ? g_filename_to_uri (path, NULL, NULL) : NULL;
  g_autofree char *name = jx_session_dup_title (session);
  g_autofree char *description = jx_session_dup_subtitle (session);
  GtkRecentData data = {
    .display_name = name,
    .description = description,
    .mime_type = (char *) MEDIA_TYPE,
    .app_name = (char *) "jixiao",
    .app_exec = (char *) "jixiao %f",
  };

  if (uri != NULL)
    gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);

  return G_SOURCE_REMOVE;
}

GPtrArray *
jx_recent_list (guint count)
{
  g_autoptr (GPtrArray) documents = g_ptr_array_new_with_free_func ((GDestroyNotify) recent_document_free);
  GList *infos = g_list_sort (gtk_recent_manager_get_items (gtk_recent_manager_get_default ()), compare_latest_first);

  for (GList *l = infos; l != NULL && documents->len < count; l = l->next)
    if (g_strcmp0 (gtk_recent_info_get_mime_type (l->data), MEDIA_TYPE) == 0
        && gtk_recent_info_is_local (l->data) && gtk_recent_info_exists (l->data))
      {
        JxRecentDocument *document = recent_document_new (l->data);

        if (document != NULL)
          g_ptr_array_add (documents, document);
      }
  g_list_free_full (infos, (GDestroyNotify) gtk_recent_info_unref);

  return g_steal_pointer (&documents);
}

void
jx_recent_add_later (JxSession *session)
{
  g_idle_add_full (G_PRIORITY_LOW, add_cb, g_object_ref (session), g_object_unref);
}
