/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "form/jx-form.h"

G_BEGIN_DECLS

#define JX_TYPE_FORM_CHOICE (jx_form_choice_get_type ())
G_DECLARE_FINAL_TYPE (JxFormChoice, jx_form_choice, JX, FORM_CHOICE, GObject)

/**
 * JxFormChoice:
 *
 * By which form the sheets of a document show its projects: on the screen only, what is printed has a
 * choice of its own. It is remembered in the settings for each file, never in the file. Signal: "changed".
 */

/** jx_form_choice_new: @path: (nullable): the document's file: what was chosen for it the last time is taken up. Returns: (transfer full). */
JxFormChoice *jx_form_choice_new (const char *path);

/** jx_form_choice_set_path: @path: (nullable): where the document lies from now on; the choice goes with it. */
void jx_form_choice_set_path (JxFormChoice *choice, const char *path);

/** jx_form_choice_get_form: Returns: (transfer none): a form of a project; the standard one as long as none is chosen. */
const JxForm *jx_form_choice_get_form (JxFormChoice *choice);
void jx_form_choice_set_form (JxFormChoice *choice, const JxForm *form);

/** jx_form_choice_list: Returns: (transfer container) (element-type JxForm): all there is to choose from. */
GPtrArray *jx_form_choice_list (void);

G_END_DECLS
