/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "form/jx-form.h"
#include "model/jx-document.h"

G_BEGIN_DECLS

typedef enum
{
  JX_PAPER_WHOLE,    /* all of the document */
  JX_PAPER_OVERVIEW, /* the department's part alone */
  JX_PAPER_PROJECTS, /* the projects chosen, one after another */
} JxPaperScope;

typedef enum
{
  JX_PAPER_TURN_FORM, /* as each form has it */
  JX_PAPER_TURN_PORTRAIT,
  JX_PAPER_TURN_LANDSCAPE,
} JxPaperTurn;

/**
 * JxPaperSetup:
 * @width_mm, @height_mm: of the paper held upright; 0: as each form has it
 * @own_margins: whether the margins below stand for those of the forms; they are of the page as it is read
 *
 * A page set-up that stands for what the forms say; all zero for none.
 */
typedef struct
{
  double width_mm, height_mm;
  JxPaperTurn turn;
  gboolean own_margins;
  double top_mm, right_mm, bottom_mm, left_mm;
} JxPaperSetup;

/**
 * JxPaperOptions:
 * @form: (nullable): a document's or a project's; %NULL for the standard one. A project's form and
 *   JX_PAPER_WHOLE mean all projects by that form
 * @projects: (element-type guint): for JX_PAPER_PROJECTS: their places in the document, from 0, in the order wanted
 * @with_charts: the chart of spending at the end of each project and of the department's part
 * @draft_mark: 草稿 across each page
 * @signatures: 填报人, 负责人, 日期 at the end of each project's table and of the department's part
 *
 * What goes on paper and how: the same for PDF, printer and preview. It holds nothing of a document
 * and may be kept, copied and handed to a thread.
 */
typedef struct
{
  JxPaperScope scope;
  const JxForm *form;
  GArray *projects;
  gboolean with_charts;
  gboolean draft_mark;
  gboolean signatures;
  JxPaperSetup setup;
} JxPaperOptions;

/** jx_paper_options_new: Returns: (transfer full): the whole document by the standard form, without anything else. */
JxPaperOptions *jx_paper_options_new (void);
JxPaperOptions *jx_paper_options_copy (const JxPaperOptions *options);
void jx_paper_options_free (JxPaperOptions *options);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JxPaperOptions, jx_paper_options_free)

/**
 * jx_paper_options_check:
 *
 * Whether form and scope go together, the projects chosen are in @document, at least one, and the
 * margins leave room to write in. To be asked before a paper is made of them.
 */
gboolean jx_paper_options_check (const JxPaperOptions *options, JxDocument *document, GError **error);

/** jx_paper_options_get_form: Returns: (transfer none) (nullable): the form it comes to; %NULL where none is installed. */
const JxForm *jx_paper_options_get_form (const JxPaperOptions *options);

/** jx_paper_setup_apply: Returns: @page, a form's, as @setup has it. */
JxFormPage jx_paper_setup_apply (const JxPaperSetup *setup, const JxFormPage *page);

G_END_DECLS
