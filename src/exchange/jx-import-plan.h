/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/jx-report.h"
#include "model/jx-merge.h"

G_BEGIN_DECLS

/**
 * JxImportPlan:
 *
 * What taking colleagues' files into a document would do: part by part (the department's part, each
 * project), each with the part of the document it is matched with, a choice, and, where both are
 * there, every single difference.
 */
typedef struct _JxImportPlan JxImportPlan;

typedef enum
{
  JX_IMPORT_LEAVE,
  JX_IMPORT_ADD,     /* a project, as a further one */
  JX_IMPORT_MERGE,   /* blanks filled, rows added; of each other difference one side */
  JX_IMPORT_REPLACE, /* all that theirs says stands in place of mine; what it leaves blank stays */
} JxImportChoice;

/**
 * JxImportPart:
 * @source: place of its file among those added
 * @theirs: the document's own item, for the department's part, or a project
 * @mine: (nullable): what it is matched with
 * @merge: (nullable): every difference, where there is @mine
 * @rival: (nullable): the part of an earlier file that is matched with the same: one of both is taken
 *
 * All is read only; but the changes of @merge may be taken or not while the choice is %JX_IMPORT_MERGE.
 */
typedef struct _JxImportPart JxImportPart;
struct _JxImportPart
{
  guint source;
  JxItem *theirs;
  JxItem *mine;
  JxImportChoice choice;
  JxMerge *merge;
  JxImportPart *rival;
};

/** jx_import_plan_new: @document: what the files are taken into; once it changed, nothing but jx_import_plan_step() and freeing is done. */
JxImportPlan *jx_import_plan_new (JxDocument *document);

/**
 * jx_import_plan_add:
 * @theirs: what a file held
 * @report: (transfer full) (nullable): what was taken of it; %NULL for a goal document
 *
 * Adds one more file, whose parts jx_import_plan_step() makes: projects are matched by code, then by name; what is new
 * is added, what differs is merged, what says the same is left.
 */
void jx_import_plan_add (JxImportPlan *plan, JxDocument *theirs, const char *name, JxReport *report);

/**
 * jx_import_plan_step:
 * @budget_us: for how long to go on, about; -1 until done
 *
 * Makes the parts of the files added; of all of them anew where the document changed since.
 *
 * Returns: whether there is more; until there is not, only files are added to @plan
 */
gboolean jx_import_plan_step (JxImportPlan *plan, gint64 budget_us);

guint jx_import_plan_count_sources (JxImportPlan *plan);
/** jx_import_plan_get_name: Returns: (transfer none): of the file. */
const char *jx_import_plan_get_name (JxImportPlan *plan, guint source);
/** jx_import_plan_get_report: Returns: (transfer none) (nullable). */
const JxReport *jx_import_plan_get_report (JxImportPlan *plan, guint source);

/** jx_import_plan_get_guess: Returns: (transfer none) (nullable): why @field of @theirs (or the item itself) is a guess, a sentence. */
const char *jx_import_plan_get_guess (JxImportPlan *plan, guint source, const JxItem *theirs, JxField field);

/** jx_import_plan_list: Returns: (transfer none) (element-type JxImportPart): file by file, the department's part first where it says anything. */
GPtrArray *jx_import_plan_list (JxImportPlan *plan);

/** jx_import_plan_set_partner: matches @part, a project's, with @mine (nullable): the choice follows. */
void jx_import_plan_set_partner (JxImportPlan *plan, JxImportPart *part, JxItem *mine);

/** jx_import_plan_set_choice: @choice: one that jx_import_part_allows(). The rivals of a part that is taken are left. */
void jx_import_plan_set_choice (JxImportPlan *plan, JxImportPart *part, JxImportChoice choice);

gboolean jx_import_part_allows (const JxImportPart *part, JxImportChoice choice);

/** jx_import_plan_make_edit: Returns: (transfer full): a group of all that is chosen, for jx_document_apply(); once only. */
JxEdit *jx_import_plan_make_edit (JxImportPlan *plan);

void jx_import_plan_free (JxImportPlan *plan);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JxImportPlan, jx_import_plan_free)

G_END_DECLS
