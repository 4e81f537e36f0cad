/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-session.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "model/jx-item-build.h"

struct _JxSession
{
  GObject parent_instance;

  JxDocument *document;
  JxHistory *history;
  char *path;
  char *etag;
  char *name;
  guint n_saving; /* how often the document is being written now */
};

G_DEFINE_FINAL_TYPE (JxSession, jx_session, G_TYPE_OBJECT)

enum
{
  PROP_TITLE = 1,
  PROP_SUBTITLE,
  PROP_MODIFIED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static char *
dup_stem (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  char *dot = strrchr (name, '.');

  if (dot != NULL && dot != name)
    *dot = '\0';

  return g_filename_display_name (name);
}

static void
changed_cb (JxDocument *document, const JxChange *change, JxSession *self)
{
  if (change->type == JX_EDIT_SET
      && (change->field == JX_FIELD_UNIT_NAME || change->field == JX_FIELD_YEAR))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SUBTITLE]);
}

static void
modified_cb (JxHistory *history, GParamSpec *pspec, JxSession *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODIFIED]);
}

static void
jx_session_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  JxSession *self = JX_SESSION (object);

  switch (id)
    {
    case PROP_TITLE: g_value_take_string (value, jx_session_dup_title (self)); break;
    case PROP_SUBTITLE: g_value_take_string (value, jx_session_dup_subtitle (self)); break;
    case PROP_MODIFIED: g_value_set_boolean (value, jx_session_get_modified (self)); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
jx_session_finalize (GObject *object)
{
  JxSession *self = JX_SESSION (object);

  g_clear_object (&self->history);
  g_clear_object (&self->document);
  g_free (self->path);
  g_free (self->etag);
  g_free (self->name);

  G_OBJECT_CLASS (jx_session_parent_class)->finalize (object);
}

static void
jx_session_class_init (JxSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = jx_session_get_property;
  object_class->finalize = jx_session_finalize;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_SUBTITLE] = g_param_spec_string ("subtitle", NULL, NULL, NULL, flags);
  properties[PROP_MODIFIED] = g_param_spec_boolean ("modified", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
jx_session_init (JxSession *self)
{
}

JxSession *
jx_session_new (JxDocument *document, const char *path, const char *etag, const char *name)
{
  g_autoptr (JxSession) self = NULL;

  g_return_val_if_fail (JX_IS_DOCUMENT (document), NULL);

  self = g_object_new (JX_TYPE_SESSION, NULL);
  self->document = g_object_ref (document);
  self->history = jx_history_new (document);
  self->path = g_strdup (path);
  self->etag = g_strdup (etag);
  self->name = g_strdup (name);
  g_signal_connect_object (document, "changed", G_CALLBACK (changed_cb), self, 0);
  g_signal_connect_object (self->history, "notify::modified", G_CALLBACK (modified_cb), self, 0);

  return g_steal_pointer (&self);
}

JxDocument *
jx_session_get_document (JxSession *self)
{
  g_return_val_if_fail (JX_IS_SESSION (self), NULL);

  return self->document;
}

JxHistory *
jx_session_get_history (JxSession *self)
{
  g_return_val_if_fail (JX_IS_SESSION (self), NULL);

  return self->history;
}

const char *
jx_session_get_path (JxSession *self)
{
  g_return_val_if_fail (JX_IS_SESSION (self), NULL);

  return self->path;
}

const char *
jx_session_get_etag (JxSession *self)
{
  g_return_val_if_fail (JX_IS_SESSION (self), NULL);

  return self->etag;
}

char *
jx_session_dup_title (JxSession *self)
{
  g_return_val_if_fail (JX_IS_SESSION (self), NULL);

  if (self->path != NULL)
    return dup_stem (self->path);

  return g_strdup (self->name != NULL ? self->name : _("Untitled"));
}

char *
jx_session_dup_subtitle (JxSession *self)
{
  const char *unit = NULL;
  const char *year = NULL;

  g_return_val_if_fail (JX_IS_SESSION (self), NULL);

  unit = jx_item_get (jx_document_get_root (self->document), JX_FIELD_UNIT_NAME);
  year = jx_item_get (jx_document_get_root (self->document), JX_FIELD_YEAR);
  if (unit != NULL && year != NULL)
    return g_strdup_printf ("%s · %s", unit, year);

  return g_strdup (unit != NULL ? unit : year != NULL ? year : "");
}

gboolean
jx_session_get_modified (JxSession *self)
{
  g_return_val_if_fail (JX_IS_SESSION (self), FALSE);

  return jx_history_get_modified (self->history);
}

gboolean
jx_session_is_stale (JxSession *self)
{
  g_autofree char *now = NULL;

  g_return_val_if_fail (JX_IS_SESSION (self), FALSE);

  if (self->path == NULL || self->etag == NULL || self->n_saving > 0)
    return FALSE;

  now = jx_session_dup_etag (self->path);
  return now != NULL && !g_str_equal (now, self->etag);
}

void
jx_session_begin_saving (JxSession *self)
{
  g_return_if_fail (JX_IS_SESSION (self));

  self->n_saving++;
  jx_history_mark_written (self->history);
}

void
jx_session_end_saving (JxSession *self, const char *path, const char *etag)
{
  g_return_if_fail (JX_IS_SESSION (self));
  g_return_if_fail (self->n_saving > 0);

  self->n_saving--;
  if (path == NULL)
    return;

  g_free (self->etag);
  self->etag = g_strdup (etag);
  if (g_strcmp0 (self->path, path) != 0)
    {
      g_free (self->path);
      self->path = g_strdup (path);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
    }
  jx_history_mark_saved (self->history);
}

char *
jx_session_dup_etag (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInfo) info = g_file_query_info (file,
                                                  G_FILE_ATTRIBUTE_ETAG_VALUE "," G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_UNIX_INODE,
                                                  G_FILE_QUERY_INFO_NONE, NULL, NULL);

  if (info == NULL)
    return NULL;

  /* GIO's own is the time of change, and two changes may fall into one tick of the clock. */
  return g_strdup_printf ("%s %" G_GINT64_FORMAT " %" G_GUINT64_FORMAT,
                          g_file_info_get_etag (info), (gint64) g_file_info_get_size (info),
                          g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_UNIX_INODE));
}

JxDocument *
jx_session_copy_document (JxSession *self)
{
  g_autoptr (JxDocument) copy = NULL;
  JxItem *from = NULL;
  JxItem *to = NULL;
  JxField first = 0;
  guint n_fields = 0;
  guint n_kinds = 0;
  const JxKind *kinds = jx_kind_get_child_kinds (JX_KIND_DOCUMENT, &n_kinds);

  g_return_val_if_fail (JX_IS_SESSION (self), NULL);

  copy = jx_document_new ();
  jx_document_borrow_texts (copy, self->document);
  from = jx_document_get_root (self->document);
  to = jx_document_get_root (copy);
  jx_field_get_range (JX_KIND_DOCUMENT, &first, &n_fields);
  for (guint i = 0; i < n_fields; i++)
    jx_item_init (to, first + i, jx_item_get (from, first + i));
  for (guint k = 0; k < n_kinds; k++)
    for (guint i = 0; i < jx_item_count (from, kinds[k]); i++)
      jx_item_append (to, jx_item_copy (copy, jx_item_child (from, kinds[k], i)));
  jx_document_finish_building (copy);

  return g_steal_pointer (&copy);
}
