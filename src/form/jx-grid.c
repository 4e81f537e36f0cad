/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table of a form and an item make a grid.
 *
 * Cells are first placed by their left and right edges as parts of the table's width; a column of
 * the grid then lies between each two neighbouring edges that any cell has. So items side by side
 * share their room evenly however many they are, and the grid has no column that no cell needs. */
#include "form/jx-layout-private.h"

/* Edges nearer than this are one. */
#define SAME_EDGE 1e-9

typedef struct
{
  double left, right;
  JxCell *cell;
} Placed;

typedef struct
{
  guint n_columns;  /* of the description */
  double *edges;    /* (array length=n_columns+1) */
  int *reach;       /* (array length=n_columns): for how many rows more a cell above reaches down here */
  guint n_rows;
  GArray *placed;   /* (element-type Placed): in row order */
  GArray *mergers;  /* (element-type Placed): the lowest merging cell of each pair of edges */
  GArray *headers;  /* (element-type gboolean) */
  GPtrArray *items; /* (element-type JxItem) */
} Builder;

static void
cell_free (gpointer data)
{
  JxCell *cell = data;

  g_array_unref (cell->runs);
  g_clear_pointer (&cell->merged, g_ptr_array_unref);
  g_free (cell);
}

void
jx_grid_free (JxGrid *grid)
{
  if (grid == NULL)
    return;

  g_ptr_array_unref (grid->cells);
  g_free (grid->widths);
  g_free (grid->row_is_header);
  g_free (grid->row_item);
  g_free (grid);
}

static void
fill_list (JxCell *cell, const JxScope *scope)
{
  const JxFormNode *node = cell->node;
  JxScope inner = *scope;
  guint count;

  cell->each = node->each;
  cell->owner = jx_scope_get_holder (scope, node->each);
  count = cell->owner != NULL ? jx_item_count (cell->owner, node->each) : 0;
  cell->runs = jx_runs_new (count * (node->parts->len + 1));

  for (guint i = 0; i < count; i++)
    {
      if (i > 0)
        jx_runs_add_words (cell->runs, "\n");
      jx_scope_enter (&inner, node->each, jx_item_child (cell->owner, node->each, i));
      jx_runs_add_parts (cell->runs, node, &inner);
    }
}

static JxCell *
make_cell (const JxFormNode *node, const JxScope *scope, guint row)
{
  JxCell *cell = g_new0 (JxCell, 1);

  cell->node = node;
  cell->row = row;
  cell->row_span = node->rows;
  cell->style = node->style;
  cell->frame = node->frame;
  cell->label = jx_form_node_is_label (node);
  cell->each = JX_N_KINDS;

  if (node->each != JX_N_KINDS)
    fill_list (cell, scope);
  else
    {
      cell->runs = jx_runs_new (node->parts->len);
      jx_runs_add_parts (cell->runs, node, scope);
    }
  cell->align = jx_runs_resolve_align (cell->runs, node->style->align);

  return cell;
}

static Placed *
find_merger (const Builder *builder, double left, double right)
{
  for (guint i = 0; i < builder->mergers->len; i++)
    {
      Placed *merger = &g_array_index (builder->mergers, Placed, i);

      if (ABS (merger->left - left) < SAME_EDGE && ABS (merger->right - right) < SAME_EDGE)
        return merger;
    }

  return NULL;
}

/* What is merged with @into can be written there too. */
static void
keep_runs (JxCell *into, JxCell *cell)
{
  if (into->label)
    return;
  if (into->merged == NULL)
    into->merged = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_ptr_array_add (into->merged, g_array_ref (cell->runs));
}

/* Whether @placed has become part of the cell above it, and is gone. */
static gboolean
merge_up (Builder *builder, const Placed *placed, gboolean may_merge)
{
  Placed *merger = find_merger (builder, placed->left, placed->right);
  JxCell *cell = placed->cell;

  if (may_merge && merger != NULL
      && merger->cell->row + merger->cell->row_span == cell->row
      && !jx_runs_is_blank (cell->runs)
      && jx_runs_equal (merger->cell->runs, cell->runs))
    {
      merger->cell->row_span += cell->row_span;
      keep_runs (merger->cell, cell);
      cell_free (cell);
      return TRUE;
    }

  if (merger != NULL)
    merger->cell = cell;
  else
    g_array_append_val (builder->mergers, *placed);

  return FALSE;
}

/* @merging: (inout): whether all merging cells so far in this row are part of those above them. */
static JxCell *
place (Builder *builder, const JxFormNode *node, const JxScope *scope, double left, double right, gboolean *merging)
{
  Placed placed = { left, right, make_cell (node, scope, builder->n_rows) };

  if (node->merge)
    {
      *merging = merge_up (builder, &placed, *merging);
      if (*merging)
        return NULL;
    }
  g_array_append_val (builder->placed, placed);

  return placed.cell;
}

/* Whether all that is known of @item, but which one it is, is what only the year could tell. */
static gboolean
is_result (const JxItem *item)
{
  gboolean any = FALSE;
  JxField first;
  guint n;

  jx_field_get_range (jx_item_get_kind (item), &first, &n);
  for (JxField field = first + 1; field < first + (JxField) n; field++)
    {
      if (jx_item_get (item, field) != NULL && !jx_field_get_info (field)->result)
        return FALSE;
      any |= jx_item_get (item, field) != NULL;
    }

  return any;
}

static GPtrArray *
list_across (const JxFormNode *across, JxItem *holder)
{
  GPtrArray *items = g_ptr_array_new ();
  guint count = holder != NULL ? jx_item_count (holder, across->each) : 0;

  for (guint i = 0; i < count; i++)
    {
      JxItem *item = jx_item_child (holder, across->each, i);

      if (!across->planned || !is_result (item))
        g_ptr_array_add (items, item);
    }

  return items;
}

static void
place_across (Builder *builder, const JxFormNode *across, const JxScope *scope, double left, double right, gboolean *merging)
{
  JxItem *holder = jx_scope_get_holder (scope, across->each);
  g_autoptr (GPtrArray) items = list_across (across, holder);
  guint count = items->len;
  guint shares = count > 0 ? count : (guint) across->items;
  guint n_parts = 0, part = 0;
  JxScope inner = *scope;

  for (guint i = 0; i < across->children->len; i++)
    n_parts += ((const JxFormNode *) across->children->pdata[i])->columns;

  for (guint i = 0; i < shares; i++)
    {
      jx_scope_enter (&inner, across->each, i < count ? items->pdata[i] : NULL);
      for (guint j = 0; j < across->children->len; j++)
        {
          const JxFormNode *node = across->children->pdata[j];
          double from = left + (right - left) * part / (n_parts * shares);
          JxCell *cell;

          part += node->columns;
          cell = place (builder, node, &inner, from,
                        part == n_parts * shares ? right : left + (right - left) * part / (n_parts * shares), merging);
          if (cell != NULL && count == 0)
            {
              cell->each = across->each;
              cell->owner = holder;
            }
        }
    }
}

static int
count_rows (const JxFormNode *node)
{
  return node->type == JX_NODE_ACROSS ? ((const JxFormNode *) node->children->pdata[0])->rows : node->rows;
}

static void
add_row (Builder *builder, const JxFormNode *row, const JxScope *scope, JxItem *item)
{
  gboolean merging = TRUE;
  guint column = 0;

  for (guint i = 0; i < row->children->len; i++)
    {
      const JxFormNode *node = row->children->pdata[i];
      double left, right;

      while (builder->reach[column] > 0)
        column++;
      left = builder->edges[column];
      for (int j = 0; j < node->columns; j++)
        builder->reach[column++] = -count_rows (node);
      right = builder->edges[column];

      if (node->type == JX_NODE_ACROSS)
        place_across (builder, node, scope, left, right, &merging);
      else
        place (builder, node, scope, left, right, &merging);
    }

  for (guint i = 0; i < builder->n_columns; i++)
    builder->reach[i] = ABS (builder->reach[i]) - 1;
  builder->n_rows++;
  g_array_append_val (builder->headers, row->header);
  g_ptr_array_add (builder->items, item);
}

static void add_rows (Builder *builder, const JxFormNode *node, const JxScope *scope, JxItem *item);

static void
add_pairs (Builder *builder, const JxFormNode *each, const JxScope *scope, JxItem *holder)
{
  g_autoptr (GArray) pairs = jx_beside_new (holder, each);

  for (guint i = 0; i < pairs->len; i++)
    {
      const JxBeside *pair = &g_array_index (pairs, JxBeside, i);
      JxScope inner = *scope;

      jx_scope_enter (&inner, each->each, pair->left);
      inner.items[each->beside] = pair->right;
      inner.each = each;
      add_rows (builder, each, &inner, pair->right != NULL ? pair->right : pair->left);
    }
}

static void
add_rows (Builder *builder, const JxFormNode *node, const JxScope *scope, JxItem *item)
{
  for (guint i = 0; i < node->children->len; i++)
    {
      const JxFormNode *child = node->children->pdata[i];
      JxItem *holder;
      guint count;

      if (child->type == JX_NODE_ROW)
        {
          add_row (builder, child, scope, item);
          continue;
        }

      holder = jx_scope_get_holder (scope, child->each);
      if (child->beside != JX_N_KINDS && holder != NULL)
        {
          add_pairs (builder, child, scope, holder);
          continue;
        }
      count = holder != NULL ? jx_item_count (holder, child->each) : 0;
      for (guint j = 0; j < count; j++)
        {
          JxScope inner = *scope;
          JxItem *inner_item = jx_item_child (holder, child->each, j);

          jx_scope_enter (&inner, child->each, inner_item);
          add_rows (builder, child, &inner, inner_item);
        }
    }
}

/* The place of @edge among @edges, where it is put if it is new and @add. */
static guint
find_edge (GArray *edges, double edge, gboolean add)
{
  guint i = edges->len;

  while (i > 0 && g_array_index (edges, double, i - 1) > edge - SAME_EDGE)
    i--;
  if (add && (i == edges->len || g_array_index (edges, double, i) > edge + SAME_EDGE))
    g_array_insert_val (edges, i, edge);

  return i;
}

static JxGrid *
finish (Builder *builder)
{
  g_autoptr (GArray) edges = g_array_new (FALSE, FALSE, sizeof (double));
  JxGrid *grid = g_new0 (JxGrid, 1);

  for (guint i = 0; i < builder->placed->len; i++)
    {
      const Placed *placed = &g_array_index (builder->placed, Placed, i);

      find_edge (edges, placed->left, TRUE);
      find_edge (edges, placed->right, TRUE);
    }

  grid->n_rows = builder->n_rows;
  grid->n_columns = edges->len - 1;
  grid->widths = g_new (double, grid->n_columns);
  for (guint i = 0; i < grid->n_columns; i++)
    grid->widths[i] = g_array_index (edges, double, i + 1) - g_array_index (edges, double, i);

  grid->cells = g_ptr_array_new_full (builder->placed->len, cell_free);
  for (guint i = 0; i < builder->placed->len; i++)
    {
      const Placed *placed = &g_array_index (builder->placed, Placed, i);

      placed->cell->column = find_edge (edges, placed->left, FALSE);
      placed->cell->column_span = find_edge (edges, placed->right, FALSE) - placed->cell->column;
      g_ptr_array_add (grid->cells, placed->cell);
    }

  grid->row_is_header = (gboolean *) g_array_steal (builder->headers, NULL);
  grid->row_item = (JxItem **) g_ptr_array_steal (builder->items, NULL);

  return grid;
}

JxGrid *
jx_grid_new (const JxFormNode *table, const JxScope *scope)
{
  guint n_columns = table->widths->len;
  g_autofree double *edges = g_new0 (double, n_columns + 1);
  g_autofree int *reach = g_new0 (int, n_columns);
  g_autoptr (GArray) placed = g_array_sized_new (FALSE, FALSE, sizeof (Placed), 32);
  g_autoptr (GArray) mergers = g_array_new (FALSE, FALSE, sizeof (Placed));
  g_autoptr (GArray) headers = g_array_new (FALSE, FALSE, sizeof (gboolean));
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  Builder builder = { n_columns, edges, reach, 0, placed, mergers, headers, items };
  double sum = 0;

  for (guint i = 0; i < n_columns; i++)
    edges[i + 1] = sum += g_array_index (table->widths, double, i);
  for (guint i = 1; i <= n_columns; i++)
    edges[i] /= sum;

  add_rows (&builder, table, scope, NULL);

  return builder.n_rows > 0 ? finish (&builder) : NULL;
}
