/* SPDX-License-Identifier: GPL-3.0-or-later */
/* {checkpoint(monitored)/spent} depends on a field; where that is blank, a heading may say what stands in
 * its place: {document/monitored|7}. */
#include "form/jx-form-private.h"

static const char *
find_default (const JxFormPart *part, const JxFormPart *keyed)
{
  gboolean says = part->type == JX_PART_FIELD && part->kind == keyed->key_kind && part->field == keyed->key_field
                  && part->fallback != NULL && part->fallback->type == JX_PART_TEXT;

  return says ? part->fallback->text : NULL;
}

static const char *
search_default (const JxFormNode *node, const JxFormPart *keyed)
{
  const char *found = NULL;

  for (guint i = 0; found == NULL && i < node->parts->len; i++)
    found = find_default (node->parts->pdata[i], keyed);
  for (guint i = 0; found == NULL && i < node->children->len; i++)
    found = search_default (node->children->pdata[i], keyed);

  return found;
}

static void
complete (JxFormNode *node, const JxFormNode *root)
{
  for (guint i = 0; i < node->parts->len; i++)
    {
      JxFormPart *part = node->parts->pdata[i];

      if (part->key_field != JX_FIELD_NONE)
        part->key_default = g_strdup (search_default (root, part));
    }
  for (guint i = 0; i < node->children->len; i++)
    complete (node->children->pdata[i], root);
}

void
jx_form_complete_keys (JxForm *form)
{
  complete (form->root, form->root);
}
