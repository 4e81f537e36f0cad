/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-sheet-private.h"

#include "app/jx-sheet-face.h"
#include "app/jx-sheet-mark.h"
#include "app/jx-sheet-money.h"
#include "app/jx-sheet-name.h"
#include "app/jx-sheet-split.h"
#include "form/jx-blank.h"

/* From the document to the cells: the form is laid out anew, and each piece of it takes the cell
 * that showed the same field of the same item before. */

typedef struct
{
  JxItem *item;           /* whose field it is; of one of a list by what it says, the list's holder; of the line that adds, too */
  const JxFormPart *part; /* NULL: printed words, and the line that adds */
  JxKind adds;
} Key;

static guint
key_hash (gconstpointer data)
{
  const Key *key = data;

  return g_direct_hash (key->item) * 31 + g_direct_hash (key->part) * 7 + key->adds;
}

static gboolean
key_equal (gconstpointer a, gconstpointer b)
{
  const Key *one = a, *other = b;

  return one->item == other->item && one->part == other->part && one->adds == other->adds;
}

static Key
make_key (const JxFormPart *part, const JxBlank *blank, JxItem *owner, JxKind adds)
{
  JxItem *item = owner ? owner : blank->beside == NULL && blank->holder ? blank->holder : blank->item ? blank->item : blank->beside;

  return (Key) { item, part, adds };
}

/* Cells by what they show; a list each, since printed words are all alike. */
static GHashTable *
pool_new (GPtrArray *cells)
{
  GHashTable *pool = g_hash_table_new_full (key_hash, key_equal, g_free, (GDestroyNotify) g_queue_free);

  for (guint i = 0; i < cells->len; i++)
    {
      JxSheetCell *cell = cells->pdata[i];
      Key key = make_key (cell->part, &cell->blank, cell->owner, cell->adds);
      GQueue *queue = g_hash_table_lookup (pool, &key);

      if (queue == NULL)
        {
          queue = g_queue_new ();
          g_hash_table_insert (pool, g_memdup2 (&key, sizeof key), queue);
        }
      g_queue_push_tail (queue, cell);
    }

  return pool;
}

static JxSheetCell *
pool_take (GHashTable *pool, const JxSheetPiece *piece)
{
  Key key = make_key (piece->part, &piece->blank, piece->owner, piece->adds);
  GQueue *queue = g_hash_table_lookup (pool, &key);

  return queue ? g_queue_pop_head (queue) : NULL;
}

/* The blanks a cell over several rows stands for, its own first. */
static GArray *
list_merged (const JxCell *source, const JxSheetPiece *piece)
{
  GArray *merged;

  if (source->merged == NULL || !jx_blank_is_writable (&piece->blank))
    return NULL;

  merged = g_array_new (FALSE, FALSE, sizeof (JxBlank));
  g_array_append_val (merged, piece->blank);
  for (guint i = 0; i < source->merged->len; i++)
    {
      const GArray *runs = source->merged->pdata[i];

      if (piece->run < runs->len)
        g_array_append_val (merged, g_array_index (runs, JxRun, piece->run).blank);
    }

  return merged;
}

typedef struct
{
  JxSheetView *sheet;
  GHashTable *pool;
  GPtrArray *cells;
  GPtrArray *order;
  GtkWidget *previous; /* the child the next cell comes after */
} Sync;

static JxSheetCell *
claim (Sync *sync, const JxSheetPiece *piece)
{
  JxSheetCell *cell = pool_take (sync->pool, piece);

  if (cell == NULL)
    {
      cell = jx_sheet_cell_new (piece->part, &piece->blank, piece->owner, piece->adds);
      gtk_widget_insert_after (GTK_WIDGET (cell), GTK_WIDGET (sync->sheet), sync->previous);
    }
  else if (gtk_widget_get_prev_sibling (GTK_WIDGET (cell)) != sync->previous)
    gtk_widget_insert_after (GTK_WIDGET (cell), GTK_WIDGET (sync->sheet), sync->previous);

  sync->previous = GTK_WIDGET (cell);
  g_ptr_array_add (sync->cells, cell);
  if (!jx_sheet_cell_is_words (cell))
    g_ptr_array_add (sync->order, cell);

  return cell;
}

static gboolean
depends_on_others (JxField field)
{
  return field == JX_FIELD_INDICATOR_LEVEL2 || field == JX_FIELD_TERM_INDICATOR_LEVEL2 || jx_sheet_money_knows (field);
}

static void
fill_place (Sync *sync, JxSheetPlace *place, GArray *pieces, const JxStyle *style, const JxGrid *grid, const JxCell *source)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (sync->sheet));
  PangoAttrList *face = jx_sheet_view_get_face (sync->sheet, style);

  for (guint i = 0; i < pieces->len; i++)
    {
      const JxSheetPiece *piece = &g_array_index (pieces, JxSheetPiece, i);
      JxSheetCell *cell = claim (sync, piece);
      gboolean is_new = cell->layout == NULL;
      gboolean changed;

      jx_sheet_cell_set_blank (cell, &piece->blank);
      changed = jx_sheet_cell_set_text (cell, piece->prefix, piece->value, piece->suffix);
      jx_sheet_cell_set_face (cell, context, face, place->align, pieces->len == 1 && place->frame);
      cell->line = piece->line;
      cell->row_item = grid ? grid->row_item[source->row] : NULL;
      cell->in_list = source && source->node->each != JX_N_KINDS && piece->part != NULL;
      cell->across = source && piece->part != NULL && source->node->parent->type == JX_NODE_ACROSS;
      g_clear_pointer (&cell->merged, g_array_unref);
      if (source)
        cell->merged = list_merged (source, piece);
      /* A second level is right or not by the first, an amount by what it is the sum of. */
      if (is_new || changed || depends_on_others (cell->field))
        jx_sheet_mark (cell);
      if (is_new || changed || cell->row_item || cell->in_list)
        jx_sheet_cell_tell_name (cell, sync->sheet->item);
      g_ptr_array_add (place->cells, cell);
    }
}

/* The list a table grows by, told by its description. */
static void
find_growth (JxSheetView *sheet, JxSheetBlock *block, const JxGrid *grid)
{
  const JxFormNode *table = grid->cells->len ? ((const JxCell *) grid->cells->pdata[0])->node : NULL;

  while (table && table->type != JX_NODE_TABLE)
    table = table->parent;
  for (guint i = 0; table && i < table->children->len; i++)
    {
      const JxFormNode *child = table->children->pdata[i];
      const JxKind *kinds;
      guint n_kinds;

      if (child->type != JX_NODE_EACH)
        continue;
      kinds = jx_kind_get_child_kinds (jx_item_get_kind (sheet->item), &n_kinds);
      for (guint k = 0; k < n_kinds; k++)
        if (kinds[k] == child->each)
          {
            block->owner = sheet->item;
            block->adds = child->each;
            block->beside = child->beside;
          }
    }
}

static JxSheetBlock *
sync_table (Sync *sync, const JxBlock *content)
{
  const JxGrid *grid = content->grid;
  JxSheetBlock *block = jx_sheet_block_new (TRUE, grid->n_rows, grid->n_columns, grid->widths);

  block->joined = content->joined;
  block->grid = grid;
  find_growth (sync->sheet, block, grid);
  if (block->owner)
    {
      g_free (block->widths);
      block->widths = jx_sheet_view_dup_widths (sync->sheet, block);
    }
  for (guint i = 0; i < grid->cells->len; i++)
    {
      const JxCell *source = grid->cells->pdata[i];
      JxSheetPlace *place = jx_sheet_block_add_place (block, source->row, source->column, source->row_span, source->column_span);
      g_autoptr (GArray) pieces = jx_sheet_split (source->runs, source->each, source->owner);

      place->frame = source->frame;
      place->align = source->align;
      fill_place (sync, place, pieces, source->style, grid, source);
    }

  return block;
}

static JxSheetBlock *
sync_words (Sync *sync, const JxBlock *source)
{
  static const double whole[] = { 1.0 };
  JxSheetBlock *block = jx_sheet_block_new (FALSE, 1, 1, whole);
  JxSheetPlace *place = jx_sheet_block_add_place (block, 0, 0, 1, 1);
  g_autoptr (GArray) pieces = jx_sheet_split (source->runs, JX_N_KINDS, NULL);

  block->space_before = source->style->space_before_pt;
  block->space_after = source->style->space_after_pt;
  place->align = source->align;
  fill_place (sync, place, pieces, source->style, NULL, NULL);

  return block;
}

/* What is in work when its cell is gone: the same field of what stands there now, or else above, so that
 * deleting rows one after another stays in the column. */
static JxSheetCell *
find_heir (Sync *sync, guint index, JxField field)
{
  GPtrArray *order = sync->order;
  guint before = 0;

  for (guint i = 0; i < index; i++)
    before += g_ptr_array_find (order, sync->sheet->order->pdata[i], NULL);
  for (guint i = before; i < order->len; i++)
    if (((JxSheetCell *) order->pdata[i])->field == field)
      return order->pdata[i];
  for (guint i = MIN (before, order->len); i-- > 0;)
    if (((JxSheetCell *) order->pdata[i])->field == field)
      return order->pdata[i];

  return order->len ? order->pdata[MIN (before, order->len - 1)] : NULL;
}

static void
forget_cell (Sync *sync, JxSheetCell *cell, gboolean focused)
{
  JxSheetView *sheet = sync->sheet;
  gboolean was_editing = sheet->editing == cell;
  JxSheetCell *heir = NULL;
  guint index = 0;

  /* Before the focus goes: nobody shall take what was typed for an item that is gone. */
  if (was_editing)
    sheet->editing = NULL;
  if ((focused || sheet->current == cell) && g_ptr_array_find (sheet->order, cell, &index))
    heir = find_heir (sync, index, cell->field);
  if (heir && focused)
    gtk_widget_grab_focus (GTK_WIDGET (heir));
  if (was_editing)
    {
      gtk_widget_set_visible (GTK_WIDGET (sheet->editor), FALSE);
      gtk_popover_popdown (GTK_POPOVER (sheet->choices));
      g_clear_pointer (&sheet->suggest, jx_sheet_suggest_free);
    }
  /* The focus may be in a menu, from which it comes back to what is in work. */
  if (sheet->current == cell)
    sheet->current = heir;
  gtk_widget_unparent (GTK_WIDGET (cell));
}

/* Takes away the cells nobody claimed; the focus goes on first. */
static void
drop_rest (Sync *sync)
{
  JxSheetView *sheet = sync->sheet;
  JxSheetCell *focused = jx_sheet_view_get_focus_cell (sheet);
  GHashTableIter iter;
  gpointer queue;

  g_hash_table_iter_init (&iter, sync->pool);
  while (g_hash_table_iter_next (&iter, NULL, &queue))
    for (GList *link = ((GQueue *) queue)->head; link; link = link->next)
      forget_cell (sync, link->data, link->data == focused);
}

void
jx_sheet_view_sync (JxSheetView *sheet)
{
  g_autoptr (GPtrArray) content = jx_layout_new (sheet->form, sheet->item);
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) jx_sheet_block_free);
  g_autoptr (GHashTable) pool = pool_new (sheet->cells);
  Sync sync = { sheet, pool, g_ptr_array_new (), g_ptr_array_new (), NULL };

  for (guint i = 0; i < content->len; i++)
    {
      const JxBlock *block = content->pdata[i];

      if (block->type == JX_BLOCK_TABLE)
        g_ptr_array_add (blocks, sync_table (&sync, block));
      else if (block->type == JX_BLOCK_HEADING || block->type == JX_BLOCK_PARAGRAPH)
        g_ptr_array_add (blocks, sync_words (&sync, block));
    }
  drop_rest (&sync);

  g_clear_pointer (&sheet->cells, g_ptr_array_unref);
  g_clear_pointer (&sheet->order, g_ptr_array_unref);
  g_clear_pointer (&sheet->blocks, g_ptr_array_unref);
  g_clear_pointer (&sheet->content, g_ptr_array_unref);
  sheet->cells = sync.cells;
  sheet->order = sync.order;
  sheet->blocks = g_steal_pointer (&blocks);
  sheet->content = g_steal_pointer (&content);
  sheet->layout_stale = TRUE;
  jx_sheet_view_update_range (sheet);
  jx_sheet_view_update_rows (sheet);
  gtk_widget_queue_resize (GTK_WIDGET (sheet));
}

PangoAttrList *
jx_sheet_view_get_face (JxSheetView *sheet, const JxStyle *style)
{
  PangoAttrList *face = g_hash_table_lookup (sheet->faces, style);

  if (face == NULL)
    {
      face = jx_sheet_face_new (style, sheet->scale);
      g_hash_table_insert (sheet->faces, (gpointer) style, face);
    }

  return face;
}

static void
rescale_place (JxSheetView *sheet, JxSheetPlace *place, const JxStyle *style)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (sheet));

  for (guint i = 0; i < place->cells->len; i++)
    {
      JxSheetCell *cell = place->cells->pdata[i];

      jx_sheet_cell_set_face (cell, context, jx_sheet_view_get_face (sheet, style), cell->align, cell->fills);
    }
}

void
jx_sheet_view_set_scale (JxSheetView *sheet, double scale)
{
  guint at = 0;

  sheet->scale = scale;
  g_hash_table_remove_all (sheet->faces);
  for (guint i = 0; i < sheet->content->len; i++)
    {
      const JxBlock *content = sheet->content->pdata[i];
      JxSheetBlock *block;

      if (content->type != JX_BLOCK_TABLE && content->type != JX_BLOCK_HEADING && content->type != JX_BLOCK_PARAGRAPH)
        continue;
      block = sheet->blocks->pdata[at++];
      for (guint p = 0; p < block->places->len; p++)
        rescale_place (sheet, block->places->pdata[p],
                       content->grid ? ((const JxCell *) content->grid->cells->pdata[p])->style : content->style);
    }
}
