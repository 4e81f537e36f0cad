/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "form/jx-layout-private.h"

#include <string.h>

static void add_children (GPtrArray *blocks, const JxFormNode *node, const JxScope *scope);

static void
block_free (gpointer data)
{
  JxBlock *block = data;

  g_clear_pointer (&block->runs, g_array_unref);
  jx_grid_free (block->grid);
  g_free (block);
}

static JxBlock *
add_block (GPtrArray *blocks, JxBlockType type, const JxFormNode *node, const JxScope *scope)
{
  JxBlock *block = g_new0 (JxBlock, 1);

  block->type = type;
  block->level = node->level;
  block->style = node->style;
  block->item = scope->items[scope->kind];
  block->page_before = node->page_before;
  block->joined = node->joined;
  g_ptr_array_add (blocks, block);

  return block;
}

/* Takes @runs; a block without words is none. */
static void
add_words (GPtrArray *blocks, JxBlockType type, const JxFormNode *node, const JxScope *scope, GArray *runs)
{
  JxBlock *block;

  if (jx_runs_is_blank (runs))
    {
      g_array_unref (runs);
      return;
    }

  block = add_block (blocks, type, node, scope);
  block->runs = runs;
  block->align = jx_runs_resolve_align (runs, node->style->align);
}

/* Every line of a field is a paragraph of its own; line breaks of the form stay in theirs. */
static void
add_paragraphs (GPtrArray *blocks, const JxFormNode *node, const JxScope *scope)
{
  g_autoptr (GArray) runs = jx_runs_new (node->parts->len);
  GArray *paragraph = jx_runs_new (node->parts->len);

  jx_runs_add_parts (runs, node, scope);
  for (guint i = 0; i < runs->len; i++)
    {
      const JxRun *run = &g_array_index (runs, JxRun, i);
      const char *text = run->text;
      const char *end;
      JxRun last;

      while (run->item != NULL && (end = strchr (text, '\n')) != NULL)
        {
          JxRun line = *run;

          line.text = g_strndup (text, end - text);
          g_array_append_val (paragraph, line);
          add_words (blocks, JX_BLOCK_PARAGRAPH, node, scope, paragraph);
          paragraph = jx_runs_new (1);
          text = end + 1;
        }
      last = *run;
      last.text = g_strdup (text);
      g_array_append_val (paragraph, last);
    }
  add_words (blocks, JX_BLOCK_PARAGRAPH, node, scope, paragraph);
}

static void
add_heading (GPtrArray *blocks, const JxFormNode *node, const JxScope *scope)
{
  GArray *runs = jx_runs_new (node->parts->len);

  jx_runs_add_parts (runs, node, scope);
  add_words (blocks, JX_BLOCK_HEADING, node, scope, runs);
}

/* The words of the contents are their title; they may have none. */
static void
add_contents (GPtrArray *blocks, const JxFormNode *node, const JxScope *scope)
{
  JxBlock *block = add_block (blocks, JX_BLOCK_CONTENTS, node, scope);

  block->runs = jx_runs_new (node->parts->len);
  jx_runs_add_parts (block->runs, node, scope);
  block->align = jx_runs_resolve_align (block->runs, node->style->align);
}

static void
add_table (GPtrArray *blocks, const JxFormNode *node, const JxScope *scope)
{
  JxGrid *grid = jx_grid_new (node, scope);

  if (grid != NULL)
    add_block (blocks, JX_BLOCK_TABLE, node, scope)->grid = grid;
}

static void
add_use (GPtrArray *blocks, const JxFormNode *node, const JxScope *scope)
{
  JxItem *item = scope->items[scope->kind];
  const JxForm *form = item != NULL ? jx_form_set_find (jx_form_set_get_default (), node->use, scope->kind) : NULL;

  /* The set holds only forms whose uses it can follow; one read by itself may name what is not there. */
  if (form != NULL)
    add_block (blocks, JX_BLOCK_USE, node, scope)->form = form;
}

static void
add_node (GPtrArray *blocks, const JxFormNode *node, const JxScope *scope)
{
  switch (node->type)
    {
    case JX_NODE_TITLE_PAGE:
      add_block (blocks, JX_BLOCK_TITLE_PAGE_START, node, scope);
      add_children (blocks, node, scope);
      add_block (blocks, JX_BLOCK_TITLE_PAGE_END, node, scope);
      break;
    case JX_NODE_CONTENTS:
      add_contents (blocks, node, scope);
      break;
    case JX_NODE_HEADING:
      add_heading (blocks, node, scope);
      break;
    case JX_NODE_PARAGRAPH:
      add_paragraphs (blocks, node, scope);
      break;
    case JX_NODE_TABLE:
      add_table (blocks, node, scope);
      break;
    case JX_NODE_EACH:
      add_children (blocks, node, scope);
      break;
    case JX_NODE_USE:
      add_use (blocks, node, scope);
      break;
    case JX_NODE_FORM:
    case JX_NODE_ROW:
    case JX_NODE_CELL:
    case JX_NODE_ACROSS:
      g_assert_not_reached ();
    }
}

/* Once for each item of the list, or once where the node names none. */
static void
add_repeated (GPtrArray *blocks, const JxFormNode *node, const JxScope *scope)
{
  JxItem *holder;
  guint count;

  if (node->each == JX_N_KINDS)
    {
      add_node (blocks, node, scope);
      return;
    }

  holder = jx_scope_get_holder (scope, node->each);
  count = holder != NULL ? jx_item_count (holder, node->each) : 0;
  for (guint i = 0; i < count; i++)
    {
      JxScope inner = *scope;
      guint first = blocks->len;

      jx_scope_enter (&inner, node->each, jx_item_child (holder, node->each, i));
      add_node (blocks, node, &inner);
      if (node->page_before && first < blocks->len)
        ((JxBlock *) blocks->pdata[first])->page_before = TRUE;
    }
}

static void
add_children (GPtrArray *blocks, const JxFormNode *node, const JxScope *scope)
{
  for (guint i = 0; i < node->children->len; i++)
    add_repeated (blocks, node->children->pdata[i], scope);
}

GPtrArray *
jx_layout_new (const JxForm *form, JxItem *item)
{
  GPtrArray *blocks = g_ptr_array_new_with_free_func (block_free);
  JxScope scope;

  g_return_val_if_fail (form != NULL && item != NULL, blocks);
  g_return_val_if_fail (jx_item_get_kind (item) == jx_form_get_subject (form), blocks);

  jx_scope_init (&scope, item);
  add_children (blocks, jx_form_get_root (form), &scope);

  return blocks;
}

char *
jx_layout_dup_title (const JxForm *form, JxItem *item)
{
  g_autoptr (GPtrArray) blocks = jx_layout_new (form, item);
  g_autoptr (GString) title = g_string_new (NULL);
  gboolean inside = FALSE;

  for (guint i = 0; i < blocks->len; i++)
    {
      const JxBlock *block = blocks->pdata[i];

      if (block->type == JX_BLOCK_TITLE_PAGE_START)
        inside = TRUE;
      else if (block->type == JX_BLOCK_TITLE_PAGE_END || (!inside && title->len > 0))
        break;
      else if (block->runs != NULL && (inside || block->type == JX_BLOCK_HEADING))
        {
          g_autofree char *line = jx_runs_dup_line (block->runs);

          g_string_append_printf (title, "%s%s", title->len > 0 ? " " : "", line);
        }
    }

  return title->len > 0 ? g_strdup (title->str) : g_strdup (jx_form_get_title (form));
}

static gboolean
runs_show (GArray *runs, const JxItem *item, JxField field)
{
  for (guint i = 0; runs != NULL && i < runs->len; i++)
    {
      const JxBlank *blank = &g_array_index (runs, JxRun, i).blank;

      if (blank->part != NULL && blank->item == item && blank->field == field)
        return TRUE;
    }

  return FALSE;
}

static gboolean
cell_shows (const JxCell *cell, const JxItem *item, JxField field)
{
  gboolean shown = runs_show (cell->runs, item, field);

  for (guint i = 0; !shown && cell->merged != NULL && i < cell->merged->len; i++)
    shown = runs_show (cell->merged->pdata[i], item, field);

  return shown;
}

gboolean
jx_layout_shows (const JxForm *form, JxItem *subject, const JxItem *item, JxField field)
{
  g_autoptr (GPtrArray) blocks = NULL;

  g_return_val_if_fail (form != NULL && subject != NULL && item != NULL, FALSE);

  blocks = jx_layout_new (form, subject);
  for (guint i = 0; i < blocks->len; i++)
    {
      const JxBlock *block = blocks->pdata[i];

      if (runs_show (block->runs, item, field))
        return TRUE;
      for (guint c = 0; block->grid != NULL && c < block->grid->cells->len; c++)
        if (cell_shows (block->grid->cells->pdata[c], item, field))
          return TRUE;
    }

  return FALSE;
}
