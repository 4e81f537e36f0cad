/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/jx-history.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  JxEdit *inverse; /* what to apply to go over this step */
  char *name;
} Step;

struct _JxHistory
{
  GObject parent_instance;

  JxDocument *document;
  GQueue undo; /* (element-type Step), the latest at the head */
  GQueue redo;
  /* How many steps of undo lead to what was saved; -1 when no number of them does. */
  int saved_depth;
  /* The same of what is being written now. */
  int written_depth;
};

G_DEFINE_FINAL_TYPE (JxHistory, jx_history, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  PROP_UNDO_NAME,
  PROP_REDO_NAME,
  PROP_MODIFIED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
step_free (Step *step)
{
  jx_edit_free (step->inverse);
  g_free (step->name);
  g_free (step);
}

static void
clear (GQueue *queue)
{
  g_queue_clear_full (queue, (GDestroyNotify) step_free);
}

static const char *
peek_name (GQueue *queue)
{
  Step *step = g_queue_peek_head (queue);

  return step != NULL ? step->name : NULL;
}

static void
notify_all (JxHistory *history)
{
  GObject *object = G_OBJECT (history);

  g_object_freeze_notify (object);
  for (guint i = PROP_0 + 1; i < N_PROPS; i++)
    g_object_notify_by_pspec (object, properties[i]);
  g_object_thaw_notify (object);
}

static JxItem *
go_over (JxHistory *history, GQueue *from, GQueue *to, JxField *field)
{
  Step *step = g_queue_pop_head (from);
  g_autoptr (GError) error = NULL;
  JxItem *focus = NULL;
  JxField focus_field = JX_FIELD_NONE;
  JxEdit *inverse = NULL;

  if (step == NULL)
    return NULL;

  inverse = jx_document_apply (history->document, step->inverse, &error);
  /* Every step was applied once, from exactly this state: its way back cannot fail. */
  if (inverse == NULL)
    g_error ("A step of the history cannot be taken back: %s", error->message);

  focus = jx_edit_get_focus (step->inverse, &focus_field);
  /* What was just taken out cannot be shown; the way back knows where it stood. */
  if (focus != NULL && !jx_item_is_attached (focus))
    focus = jx_edit_get_focus (inverse, &focus_field);
  jx_edit_free (step->inverse);
  step->inverse = inverse;
  g_queue_push_head (to, step);
  notify_all (history);

  if (field != NULL)
    *field = focus_field;
  return focus;
}

static void
jx_history_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  JxHistory *history = JX_HISTORY (object);

  switch (id)
    {
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, jx_history_get_can_undo (history));
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, jx_history_get_can_redo (history));
      break;
    case PROP_UNDO_NAME:
      g_value_set_string (value, jx_history_get_undo_name (history));
      break;
    case PROP_REDO_NAME:
      g_value_set_string (value, jx_history_get_redo_name (history));
      break;
    case PROP_MODIFIED:
      g_value_set_boolean (value, jx_history_get_modified (history));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
jx_history_finalize (GObject *object)
{
  JxHistory *history = JX_HISTORY (object);

  clear (&history->undo);
  clear (&history->redo);
  g_object_unref (history->document);

  G_OBJECT_CLASS (jx_history_parent_class)->finalize (object);
}

static void
jx_history_class_init (JxHistoryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = jx_history_get_property;
  object_class->finalize = jx_history_finalize;

  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, flags);
  properties[PROP_UNDO_NAME] = g_param_spec_string ("undo-name", NULL, NULL, NULL, flags);
  properties[PROP_REDO_NAME] = g_param_spec_string ("redo-name", NULL, NULL, NULL, flags);
  properties[PROP_MODIFIED] = g_param_spec_boolean ("modified", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
jx_history_init (JxHistory *history)
{
  g_queue_init (&history->undo);
  g_queue_init (&history->redo);
}

JxHistory *
jx_history_new (JxDocument *document)
{
  JxHistory *history;

  g_return_val_if_fail (JX_IS_DOCUMENT (document), NULL);

  history = g_object_new (JX_TYPE_HISTORY, NULL);
  history->document = g_object_ref (document);

  return history;
}

JxDocument *
jx_history_get_document (JxHistory *history)
{
  g_return_val_if_fail (JX_IS_HISTORY (history), NULL);

  return history->document;
}

gboolean
jx_history_do (JxHistory *history, JxEdit *edit, const char *name, GError **error)
{
  g_autoptr (JxEdit) owned = edit;
  JxEdit *inverse;
  Step *step;

  g_return_val_if_fail (JX_IS_HISTORY (history), FALSE);
  g_return_val_if_fail (edit != NULL && name != NULL, FALSE);

  inverse = jx_document_apply (history->document, edit, error);
  if (inverse == NULL)
    return FALSE;

  /* What was saved lies among the steps forgotten here, or it does not: then no undo leads there. */
  if (history->saved_depth > (int) g_queue_get_length (&history->undo))
    history->saved_depth = -1;
  if (history->written_depth > (int) g_queue_get_length (&history->undo))
    history->written_depth = -1;
  clear (&history->redo);

  step = g_new (Step, 1);
  step->inverse = inverse;
  step->name = g_strdup (name);
  g_queue_push_head (&history->undo, step);
  notify_all (history);

  return TRUE;
}

gboolean
jx_history_set (JxHistory *history, JxItem *item, JxField field, const char *typed, GError **error)
{
  g_autofree char *value = NULL;
  g_autofree char *name = NULL;
  const char *old = NULL;

  g_return_val_if_fail (JX_IS_HISTORY (history), FALSE);
  g_return_val_if_fail (item != NULL, FALSE);

  value = jx_field_normalise (field, typed != NULL ? typed : "", error);
  if (value == NULL)
    return FALSE;

  old = jx_item_get (item, field);
  if (g_strcmp0 (value, old != NULL ? old : "") == 0)
    return TRUE;

  /* Translators: a step of undo; %s is a field's name */
  name = g_strdup_printf (_("Change “%s”"), jx_field_get_label (field));
  return jx_history_do (history, jx_edit_new_set (item, field, value), name, error);
}

JxItem *
jx_history_undo (JxHistory *history, JxField *field)
{
  g_return_val_if_fail (JX_IS_HISTORY (history), NULL);

  return go_over (history, &history->undo, &history->redo, field);
}

JxItem *
jx_history_redo (JxHistory *history, JxField *field)
{
  g_return_val_if_fail (JX_IS_HISTORY (history), NULL);

  return go_over (history, &history->redo, &history->undo, field);
}

gboolean
jx_history_get_can_undo (JxHistory *history)
{
  g_return_val_if_fail (JX_IS_HISTORY (history), FALSE);

  return !g_queue_is_empty (&history->undo);
}

gboolean
jx_history_get_can_redo (JxHistory *history)
{
  g_return_val_if_fail (JX_IS_HISTORY (history), FALSE);

  return !g_queue_is_empty (&history->redo);
}

const char *
jx_history_get_undo_name (JxHistory *history)
{
  g_return_val_if_fail (JX_IS_HISTORY (history), NULL);

  return peek_name (&history->undo);
}

const char *
jx_history_get_redo_name (JxHistory *history)
{
  g_return_val_if_fail (JX_IS_HISTORY (history), NULL);

  return peek_name (&history->redo);
}

gboolean
jx_history_get_modified (JxHistory *history)
{
  g_return_val_if_fail (JX_IS_HISTORY (history), FALSE);

  return history->saved_depth != (int) g_queue_get_length (&history->undo);
}

void
jx_history_mark_written (JxHistory *history)
{
  g_return_if_fail (JX_IS_HISTORY (history));

  history->written_depth = g_queue_get_length (&history->undo);
}

void
jx_history_mark_saved (JxHistory *history)
{
  g_return_if_fail (JX_IS_HISTORY (history));

  history->saved_depth = history->written_depth;
  notify_all (history);
}

void
jx_history_mark_unsaved (JxHistory *history)
{
  g_return_if_fail (JX_IS_HISTORY (history));

  history->saved_depth = -1;
  notify_all (history);
}
