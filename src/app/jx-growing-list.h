/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  JX_GROWTH_ENDED,
  JX_GROWTH_GOES_ON, /* in the next idle moment */
  JX_GROWTH_WAITS,   /* until somebody looks at the end of the list */
} JxGrowth;

/** JxGrow: adds some rows to the list. Returns: how to go on. */
typedef JxGrowth (*JxGrow) (gpointer owner);

/**
 * jx_growing_list_start:
 * @list: in a scrolled window
 * @owner: outlives the growing, or ends it
 *
 * Lets @list grow by and by: a list box lays out every row it has, each time, so thousands of them come only as they are
 * looked at. @grow is called once at once. What grew before ends.
 */
void jx_growing_list_start (GtkListBox *list, JxGrow grow, gpointer owner);

/** jx_growing_list_stop: does nothing where nothing grows. */
void jx_growing_list_stop (GtkListBox *list);

G_END_DECLS
