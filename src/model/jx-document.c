/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/jx-document.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/jx-error.h"
#include "model/jx-edit-private.h"
#include "model/jx-item-build.h"
#include "model/jx-item-private.h"

struct _JxDocument
{
  GObject parent_instance;

  JxStore store;
  JxItem *root;
  guint minor;
  gboolean building;
  gboolean supposing; /* nobody is told of changes that will have been none */
};

G_DEFINE_FINAL_TYPE (JxDocument, jx_document, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  SIGNAL_SETTLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static JxEdit *apply (JxDocument *document, const JxEdit *edit, GError **error);

static void
emit (JxDocument *document, JxEditType type, JxItem *item, JxField field, JxItem *child, guint index, guint from)
{
  JxChange change = { type, item, field, child, index, from };

  if (!document->supposing)
    g_signal_emit (document, signals[SIGNAL_CHANGED], 0, &change);
}

static JxEdit *
refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, JX_ERROR, JX_ERROR_STRUCTURE, sentence);
  return NULL;
}

static JxEdit *
apply_set (JxDocument *document, const JxEdit *edit, GError **error)
{
  const char *old = jx_item_get (edit->item, edit->field);

  if (!jx_field_check (edit->field, edit->value, error))
    return NULL;

  jx_item_put (edit->item, edit->field, edit->value);
  emit (document, JX_EDIT_SET, edit->item, edit->field, NULL, 0, 0);

  return jx_edit_new_set_kept (edit->item, edit->field, old);
}

static gboolean
holds (JxItem *parent, JxKind kind)
{
  const JxKind *kinds;
  guint n_kinds;

  kinds = jx_kind_get_child_kinds (jx_item_get_kind (parent), &n_kinds);
  for (guint i = 0; i < n_kinds; i++)
    if (kinds[i] == kind)
      return TRUE;

  return FALSE;
}

static JxEdit *
apply_insert (JxDocument *document, const JxEdit *edit, GError **error)
{
  JxKind kind = jx_item_get_kind (edit->child);
  guint count;
  guint index;

  if (!holds (edit->item, kind))
    return refuse (error, _("Such an item cannot stand there"));
  if (jx_item_get_parent (edit->child) != NULL)
    return refuse (error, _("The item already stands in the document"));

  count = jx_item_count (edit->item, kind);
  index = edit->index < 0 ? count : (guint) edit->index;
  if (index > count)
    return refuse (error, _("There is no such place in the list"));

  jx_item_insert_at (edit->item, edit->child, index);
  emit (document, JX_EDIT_INSERT, edit->item, JX_FIELD_NONE, edit->child, index, 0);

  return jx_edit_new_remove (edit->child);
}

static JxEdit *
apply_remove (JxDocument *document, const JxEdit *edit, GError **error)
{
  JxItem *parent = jx_item_get_parent (edit->item);
  guint index = jx_item_get_index (edit->item);

  if (parent == NULL)
    return refuse (error, _("The item no longer stands in the document"));

  jx_item_take_out (edit->item);
  emit (document, JX_EDIT_REMOVE, parent, JX_FIELD_NONE, edit->item, index, 0);

  return jx_edit_new_insert (parent, edit->item, index);
}

static JxEdit *
apply_move (JxDocument *document, const JxEdit *edit, GError **error)
{
  JxItem *parent = jx_item_get_parent (edit->item);
  guint from = jx_item_get_index (edit->item);

  if (parent == NULL)
    return refuse (error, _("The item no longer stands in the document"));
  if (edit->index < 0 || (guint) edit->index >= jx_item_count (parent, jx_item_get_kind (edit->item)))
    return refuse (error, _("There is no such place in the list"));

  jx_item_move_to (edit->item, edit->index);
  emit (document, JX_EDIT_MOVE, parent, JX_FIELD_NONE, edit->item, edit->index, from);

  return jx_edit_new_move (edit->item, from);
}

/* Whether @order is all there is of its kind in @parent, each once. */
static gboolean
is_whole (JxItem *parent, const GPtrArray *order)
{
  JxKind kind = jx_item_get_kind (order->pdata[0]);
  g_autofree gboolean *seen = g_new0 (gboolean, order->len);

  if (order->len != jx_item_count (parent, kind))
    return FALSE;
  for (guint i = 0; i < order->len; i++)
    {
      JxItem *child = order->pdata[i];

      if (jx_item_get_parent (child) != parent || jx_item_get_kind (child) != kind || seen[jx_item_get_index (child)])
        return FALSE;
      seen[jx_item_get_index (child)] = TRUE;
    }

  return TRUE;
}

static JxEdit *
apply_order (JxDocument *document, const JxEdit *edit, GError **error)
{
  JxItem *parent = jx_item_get_parent (edit->item);
  JxKind kind = jx_item_get_kind (edit->item);
  GPtrArray *old;

  if (parent == NULL)
    return refuse (error, _("The item no longer stands in the document"));
  if (!is_whole (parent, edit->order))
    return refuse (error, _("There is no such place in the list"));

  old = g_ptr_array_sized_new (edit->order->len);
  for (guint i = 0; i < edit->order->len; i++)
    g_ptr_array_add (old, jx_item_child (parent, kind, i));
  jx_item_put_in_order (parent, edit->order);
  emit (document, JX_EDIT_ORDER, parent, JX_FIELD_NONE, edit->item, 0, 0);

  return jx_edit_new_order (old);
}

/* Parts are undone in the opposite order, so their inverses are gathered from the back. */
static JxEdit *
apply_group (JxDocument *document, const JxEdit *edit, GError **error)
{
  g_autoptr (GPtrArray) inverses = g_ptr_array_new ();
  gboolean applied = TRUE;
  JxEdit *group = jx_edit_new_group ();

  for (guint i = 0; i < edit->parts->len && applied; i++)
    {
      JxEdit *inverse = apply (document, g_ptr_array_index (edit->parts, i), error);

      if (inverse != NULL)
        g_ptr_array_add (inverses, inverse);
      else
        applied = FALSE;
    }

  for (guint i = inverses->len; i > 0; i--)
    jx_edit_add (group, g_ptr_array_index (inverses, i - 1));
  if (applied)
    return group;

  jx_edit_free (apply (document, group, NULL));
  jx_edit_free (group);
  return NULL;
}

static JxEdit *
apply (JxDocument *document, const JxEdit *edit, GError **error)
{
  switch (edit->type)
    {
    case JX_EDIT_SET:
      return apply_set (document, edit, error);
    case JX_EDIT_INSERT:
      return apply_insert (document, edit, error);
    case JX_EDIT_REMOVE:
      return apply_remove (document, edit, error);
    case JX_EDIT_MOVE:
      return apply_move (document, edit, error);
    case JX_EDIT_ORDER:
      return apply_order (document, edit, error);
    case JX_EDIT_GROUP:
      return apply_group (document, edit, error);
    default:
      g_assert_not_reached ();
    }
}

static void
jx_document_finalize (GObject *object)
{
  JxDocument *document = JX_DOCUMENT (object);

  jx_store_clear (&document->store);

  G_OBJECT_CLASS (jx_document_parent_class)->finalize (object);
}

static void
jx_document_class_init (JxDocumentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = jx_document_finalize;

  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", JX_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[SIGNAL_SETTLED] =
    g_signal_new ("settled", JX_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
jx_document_init (JxDocument *document)
{
  jx_store_init (&document->store);
  document->root = jx_item_make (document, JX_KIND_DOCUMENT);
  document->building = TRUE;
}

JxStore *
jx_document_get_store (JxDocument *document)
{
  return &document->store;
}

gboolean
jx_document_is_building (JxDocument *document)
{
  g_return_val_if_fail (JX_IS_DOCUMENT (document), FALSE);

  return document->building;
}

JxDocument *
jx_document_new (void)
{
  return g_object_new (JX_TYPE_DOCUMENT, NULL);
}

void
jx_document_borrow_texts (JxDocument *document, JxDocument *source)
{
  g_return_if_fail (JX_IS_DOCUMENT (document) && document->building);
  g_return_if_fail (JX_IS_DOCUMENT (source) && source != document);

  jx_store_borrow (&document->store, &source->store);
}

void
jx_document_finish_building (JxDocument *document)
{
  g_return_if_fail (JX_IS_DOCUMENT (document));

  document->building = FALSE;
}

JxItem *
jx_document_get_root (JxDocument *document)
{
  g_return_val_if_fail (JX_IS_DOCUMENT (document), NULL);

  return document->root;
}

JxEdit *
jx_document_apply (JxDocument *document, const JxEdit *edit, GError **error)
{
  JxEdit *inverse;

  g_return_val_if_fail (JX_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (edit != NULL && !document->building, NULL);

  inverse = apply (document, edit, error);
  g_signal_emit (document, signals[SIGNAL_SETTLED], 0);

  return inverse;
}

gboolean
jx_document_suppose (JxDocument *document, const JxEdit *edit, JxDocumentLook look, gpointer user_data, GError **error)
{
  g_autoptr (JxEdit) inverse = NULL;

  g_return_val_if_fail (JX_IS_DOCUMENT (document), FALSE);
  g_return_val_if_fail (edit != NULL && look != NULL && !document->building, FALSE);

  document->supposing = TRUE;
  inverse = apply (document, edit, error);
  if (inverse != NULL)
    {
      look (document, user_data);
      jx_edit_free (apply (document, inverse, NULL));
    }
  document->supposing = FALSE;

  return inverse != NULL;
}

guint
jx_document_get_minor (JxDocument *document)
{
  g_return_val_if_fail (JX_IS_DOCUMENT (document), 0);

  return document->minor;
}

void
jx_document_raise_minor (JxDocument *document, guint minor)
{
  g_return_if_fail (JX_IS_DOCUMENT (document));

  document->minor = MAX (document->minor, minor);
}

gint64
jx_document_sum (JxDocument *document, JxField field)
{
  gint64 sum_fen = 0;

  g_return_val_if_fail (JX_IS_DOCUMENT (document), 0);

  for (guint i = 0; i < jx_item_count (document->root, JX_KIND_PROJECT); i++)
    {
      gint64 amount_fen;

      jx_item_get_amount (jx_item_child (document->root, JX_KIND_PROJECT, i), field, &amount_fen);
      /* Amounts beyond any budget must not wrap around. */
      if (amount_fen > G_MAXINT64 - sum_fen)
        return G_MAXINT64;
      sum_fen += amount_fen;
    }

  return sum_fen;
}

JxItem *
jx_document_find_project (JxDocument *document, const char *code)
{
  g_return_val_if_fail (JX_IS_DOCUMENT (document) && code != NULL, NULL);

  for (guint i = 0; i < jx_item_count (document->root, JX_KIND_PROJECT); i++)
    {
      JxItem *project = jx_item_child (document->root, JX_KIND_PROJECT, i);

      if (g_strcmp0 (jx_item_get (project, JX_FIELD_PROJECT_CODE), code) == 0)
        return project;
    }

  return NULL;
}

GDateTime *
jx_document_get_file_date (JxDocument *document)
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");
  GDateTime *date = NULL;
  JxDecimal year;
  gint64 seconds;

  g_return_val_if_fail (JX_IS_DOCUMENT (document), NULL);

  if (epoch != NULL && g_ascii_string_to_signed (epoch, 10, 0, G_MAXINT64, &seconds, NULL))
    date = g_date_time_new_from_unix_utc (seconds);
  if (date == NULL && jx_item_get_decimal (document->root, JX_FIELD_YEAR, &year))
    date = g_date_time_new_utc ((int) year.mantissa, 1, 1, 0, 0, 0);

  return date != NULL ? date : g_date_time_new_utc (2000, 1, 1, 0, 0, 0);
}
