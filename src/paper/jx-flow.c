/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paper/jx-flow.h"

typedef struct
{
  const JxForm *form;
  GPtrArray *blocks;
} Level;

struct _JxFlow
{
  const JxPaperOptions *options;
  JxMeasure *measure;
  Level levels[JX_FLOW_DEPTH];
  JxPlace place;
  guint *n_behind; /* for each outermost block: how many uses of a form stand before it */
  gboolean starts_page; /* a USE on the way to the block at hand asked for it */
  const JxBlock *measured;
  double measured_width;
  JxTable *table;
};

static void
forget_table (JxFlow *flow)
{
  g_clear_pointer (&flow->table, jx_table_free);
  flow->measured = NULL;
}

static void
leave (JxFlow *flow)
{
  forget_table (flow);
  g_clear_pointer (&flow->levels[flow->place.depth].blocks, g_ptr_array_unref);
  flow->place.depth--;
}

static void
add_block (GPtrArray *blocks, JxBlockType type, JxItem *item)
{
  JxBlock *block = g_new0 (JxBlock, 1);

  block->type = type;
  block->item = item;
  g_ptr_array_add (blocks, block);
}

/* The blocks of a form, and what is asked for at the end of each part: of a form that uses no other. */
static GPtrArray *
lay_out (JxFlow *flow, const JxForm *form, JxItem *item)
{
  GPtrArray *blocks = jx_layout_new (form, item);

  for (guint i = 0; i < blocks->len; i++)
    {
      if (((const JxBlock *) blocks->pdata[i])->type == JX_BLOCK_USE)
        return blocks;
    }
  if (flow->options->signatures)
    add_block (blocks, JX_BLOCK_SIGNATURES, item);
  if (flow->options->with_charts && !jx_chart_is_blank (item))
    add_block (blocks, JX_BLOCK_CHART, item);

  return blocks;
}

static void
enter (JxFlow *flow, const JxForm *form, JxItem *item)
{
  Level *level = &flow->levels[++flow->place.depth];

  level->form = form;
  level->blocks = lay_out (flow, form, item);
  flow->place.index[flow->place.depth] = 0;
}

static const JxBlock *
get_raw_block (JxFlow *flow)
{
  const Level *level = &flow->levels[flow->place.depth];
  guint index = flow->place.index[flow->place.depth];

  return index < level->blocks->len ? g_ptr_array_index (level->blocks, index) : NULL;
}

/* Goes on, into forms used and out of those done, until a block is at hand that can be set down. */
static void
settle (JxFlow *flow)
{
  for (;;)
    {
      const JxBlock *block = get_raw_block (flow);

      if (block == NULL && flow->place.depth == 0)
        return;

      if (block == NULL)
        {
          leave (flow);
          flow->place.index[flow->place.depth]++;
        }
      else if (block->type == JX_BLOCK_USE && flow->place.depth + 1 < JX_FLOW_DEPTH)
        {
          flow->starts_page = flow->starts_page || block->page_before;
          enter (flow, block->form, block->item);
        }
      else if (block->type == JX_BLOCK_USE)
        {
          g_critical ("form %s is used more than %d forms deep and cannot be printed", jx_form_get_id (block->form), JX_FLOW_DEPTH);
          flow->place.index[flow->place.depth]++;
        }
      else
        return;
    }
}

static void
count_uses (JxFlow *flow)
{
  const GPtrArray *blocks = flow->levels[0].blocks;

  flow->n_behind = g_new0 (guint, blocks->len + 1);
  for (guint i = 0; i < blocks->len; i++)
    flow->n_behind[i + 1] = flow->n_behind[i] + (((const JxBlock *) blocks->pdata[i])->type == JX_BLOCK_USE);
}

/* A form of projects shows a whole document as one use of it after another. */
static GPtrArray *
list_projects (const JxForm *form, const JxPaperOptions *options, JxItem *root)
{
  GPtrArray *blocks = g_ptr_array_new_with_free_func (g_free);
  gboolean all = options->scope == JX_PAPER_WHOLE;
  guint count = all ? jx_item_count (root, JX_KIND_PROJECT) : options->projects->len;

  for (guint i = 0; i < count; i++)
    {
      JxBlock *block;

      add_block (blocks, JX_BLOCK_USE, jx_item_child (root, JX_KIND_PROJECT, all ? i : g_array_index (options->projects, guint, i)));
      block = g_ptr_array_index (blocks, i);
      block->form = form;
      block->page_before = TRUE;
    }

  return blocks;
}

JxFlow *
jx_flow_new (const JxPaperOptions *options, JxDocument *document, JxMeasure *measure)
{
  const JxForm *form = jx_paper_options_get_form (options);
  JxItem *root = jx_document_get_root (document);
  JxFlow *flow = g_new0 (JxFlow, 1);

  flow->options = options;
  flow->measure = measure;
  flow->levels[0].form = form;
  flow->levels[0].blocks = jx_form_get_subject (form) == JX_KIND_DOCUMENT ? lay_out (flow, form, root) : list_projects (form, options, root);
  count_uses (flow);
  settle (flow);

  return flow;
}

const JxBlock *
jx_flow_get_block (JxFlow *flow)
{
  return get_raw_block (flow);
}

const JxBlock *
jx_flow_get_next (JxFlow *flow, guint ahead)
{
  const Level *level = &flow->levels[flow->place.depth];
  guint index = flow->place.index[flow->place.depth] + ahead;
  const JxBlock *block = index < level->blocks->len ? g_ptr_array_index (level->blocks, index) : NULL;

  return block != NULL && block->type != JX_BLOCK_USE ? block : NULL;
}

const JxForm *
jx_flow_get_form (JxFlow *flow)
{
  return flow->levels[flow->place.depth].form;
}

gboolean
jx_flow_starts_page (JxFlow *flow)
{
  const JxBlock *block = get_raw_block (flow);

  return flow->starts_page || (block != NULL && block->page_before);
}

void
jx_flow_step (JxFlow *flow)
{
  g_return_if_fail (get_raw_block (flow) != NULL);

  flow->starts_page = FALSE;
  flow->place.index[flow->place.depth]++;
  flow->place.line = 0;
  flow->place.table = (JxTablePlace) { 0 };
  settle (flow);
}

JxPlace *
jx_flow_get_place (JxFlow *flow)
{
  return &flow->place;
}

void
jx_flow_seek (JxFlow *flow, const JxPlace *place)
{
  guint same = 0;

  /* A project already laid out need not be laid out again for its second page. */
  while (same < place->depth && same < flow->place.depth && place->index[same] == flow->place.index[same])
    same++;
  while (flow->place.depth > same)
    leave (flow);

  for (guint depth = same; ; depth++)
    {
      const JxBlock *block;

      flow->place.index[depth] = place->index[depth];
      if (depth == place->depth)
        break;
      block = get_raw_block (flow);
      g_return_if_fail (block != NULL && block->type == JX_BLOCK_USE);
      enter (flow, block->form, block->item);
    }

  flow->place = *place;
  flow->starts_page = FALSE;
}

JxTable *
jx_flow_measure_table (JxFlow *flow, const JxBlock *block, double width_pt)
{
  if (flow->measured == block && flow->measured_width == width_pt)
    return flow->table;

  forget_table (flow);
  flow->measured = block;
  flow->measured_width = width_pt;
  flow->table = jx_table_new (flow->measure, block->grid, width_pt);

  return flow->table;
}

guint
jx_flow_count (JxFlow *flow, guint *done)
{
  if (done != NULL)
    *done = flow->n_behind[flow->place.index[0]];

  return flow->n_behind[flow->levels[0].blocks->len];
}

void
jx_flow_free (JxFlow *flow)
{
  if (flow == NULL)
    return;

  while (flow->place.depth > 0)
    leave (flow);
  forget_table (flow);
  g_ptr_array_unref (flow->levels[0].blocks);
  g_free (flow->n_behind);
  g_free (flow);
}
