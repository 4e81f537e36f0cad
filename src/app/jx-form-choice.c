/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-form-choice.h"

#include "app/jx-settings.h"

#define KEY "shown-forms"
#define TYPE "a(ss)"
/* Of so many files it is remembered, those chosen for last. */
#define MAX_FILES 100

struct _JxFormChoice
{
  GObject parent_instance;

  char *path;
  const JxForm *form; /* NULL: the standard one */
};

G_DEFINE_FINAL_TYPE (JxFormChoice, jx_form_choice, G_TYPE_OBJECT)

static guint changed_signal;

static const JxForm *
get_standard (void)
{
  return jx_form_set_find (jx_form_set_get_default (), NULL, JX_KIND_PROJECT);
}

/* The one chosen last comes first; the standard form need not be remembered. */
static void
keep (JxFormChoice *self)
{
  GSettings *settings = jx_settings_get ();
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE (TYPE));
  g_autoptr (GVariant) all = NULL;
  GVariantIter iter;
  const char *path, *form;
  guint n_files = 0;

  if (settings == NULL || self->path == NULL)
    return;

  all = g_settings_get_value (settings, KEY);
  if (self->form != NULL && self->form != get_standard ())
    g_variant_builder_add (&builder, "(ss)", self->path, jx_form_get_id (self->form));
  g_variant_iter_init (&iter, all);
  while (g_variant_iter_next (&iter, "(&s&s)", &path, &form))
    if (!g_str_equal (path, self->path) && ++n_files < MAX_FILES)
      g_variant_builder_add (&builder, "(ss)", path, form);
  g_settings_set_value (settings, KEY, g_variant_builder_end (&builder));
}

static void
take_up (JxFormChoice *self)
{
  GSettings *settings = jx_settings_get ();
  g_autoptr (GVariant) all = NULL;
  GVariantIter iter;
  const char *path, *form;

  if (settings == NULL)
    return;

  all = g_settings_get_value (settings, KEY);
  g_variant_iter_init (&iter, all);
  /* The forms there were may not be there any more. */
  while (self->form == NULL && g_variant_iter_next (&iter, "(&s&s)", &path, &form))
    if (g_str_equal (path, self->path))
      self->form = jx_form_set_find (jx_form_set_get_default (), form, JX_KIND_PROJECT);
}

static void
jx_form_choice_finalize (GObject *object)
{
  g_free (JX_FORM_CHOICE (object)->path);

  G_OBJECT_CLASS (jx_form_choice_parent_class)->finalize (object);
}

static void
jx_form_choice_class_init (JxFormChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jx_form_choice_finalize;
  changed_signal = g_signal_new ("changed", JX_TYPE_FORM_CHOICE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
jx_form_choice_init (JxFormChoice *self)
{
}

JxFormChoice *
jx_form_choice_new (const char *path)
{
  JxFormChoice *self = g_object_new (JX_TYPE_FORM_CHOICE, NULL);

  self->path = g_strdup (path);
  if (path != NULL)
    take_up (self);

  return self;
}

void
jx_form_choice_set_path (JxFormChoice *self, const char *path)
{
  g_return_if_fail (JX_IS_FORM_CHOICE (self));

  if (g_strcmp0 (self->path, path) == 0)
    return;

  g_free (self->path);
  self->path = g_strdup (path);
  keep (self);
}

const JxForm *
jx_form_choice_get_form (JxFormChoice *self)
{
  g_return_val_if_fail (JX_IS_FORM_CHOICE (self), NULL);

  return self->form != NULL ? self->form : get_standard ();
}

void
jx_form_choice_set_form (JxFormChoice *self, const JxForm *form)
{
  g_return_if_fail (JX_IS_FORM_CHOICE (self));
  g_return_if_fail (form != NULL && jx_form_get_subject (form) == JX_KIND_PROJECT);

  if (form == jx_form_choice_get_form (self))
    return;

  self->form = form;
  keep (self);
  g_signal_emit (self, changed_signal, 0);
}

GPtrArray *
jx_form_choice_list (void)
{
  GPtrArray *all = jx_form_set_list (jx_form_set_get_default ());
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    if (jx_form_get_subject (all->pdata[i]) == JX_KIND_PROJECT)
      g_ptr_array_add (list, all->pdata[i]);

  return list;
}
