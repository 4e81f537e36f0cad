/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/jx-decimal.h"
#include "model/jx-item.h"

G_BEGIN_DECLS

/** JxProfile: the numbers and words of a rule set (data/profiles/ID.xml): taxonomy, default plan, alarm thresholds. */
typedef struct _JxProfile JxProfile;

/** jx_profile_get: @id: (nullable): %NULL or an unknown one gives the standard profile. Returns: (transfer none). */
const JxProfile *jx_profile_get (const char *id);
/** jx_profile_for: Returns: (transfer none): the profile the document of @item names. */
const JxProfile *jx_profile_for (const JxItem *item);
/** jx_profile_list_ids: Returns: (transfer none) (array zero-terminated=1): the ids of all profiles there are, in order. */
const char * const *jx_profile_list_ids (void);
const char *jx_profile_get_id (const JxProfile *profile);
/** jx_profile_list_level1: Returns: (transfer none) (array zero-terminated=1): 产出指标, 效益指标 … in official order. */
const char * const *jx_profile_list_level1 (const JxProfile *profile);
/** jx_profile_list_level2: @level1: (nullable): with or without 指标 at its end. Returns: (transfer none) (array zero-terminated=1): those under @level1; all of them when it is unknown. */
const char * const *jx_profile_list_level2 (const JxProfile *profile, const char *level1);
/** jx_profile_list_bases: Returns: (transfer none) (array zero-terminated=1): 历史标准, 行业标准 … */
const char * const *jx_profile_list_bases (const JxProfile *profile);
/** jx_profile_get_plan: the default plan: @months and @percents (array length = returned count, transfer none). */
guint jx_profile_get_plan (const JxProfile *profile, const int **months, const JxDecimal **percents);
/** jx_profile_get_tolerance: how far from the plan, in hundredths of a percent of the budget, still counts as on plan. */
gint64 jx_profile_get_tolerance (const JxProfile *profile);

/** jx_profile_parse: @name stands for the file in errors. Returns: (transfer full) (nullable): a profile not in the set. */
JxProfile *jx_profile_parse (const char *data, gsize length, const char *name, GError **error);
void jx_profile_free (JxProfile *profile);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JxProfile, jx_profile_free)

G_END_DECLS
