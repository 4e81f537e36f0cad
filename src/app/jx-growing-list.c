/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-growing-list.h"

#define KEY "jx-growing-list"
/* Of what is seen at once: when no more than that is left below, the list grows. */
#define PAGES_LEFT 2

typedef struct
{
  GtkListBox *list;
  JxGrow grow;
  gpointer owner;
  guint idle;
  GtkAdjustment *adjustment; /* (nullable): of the scrolled window, while it is waited */
} Growing;

static void go_on (Growing *growing, JxGrowth growth);

static void
let_go (Growing *growing)
{
  g_clear_handle_id (&growing->idle, g_source_remove);
  if (growing->adjustment != NULL)
    g_signal_handlers_disconnect_by_data (growing->adjustment, growing);
  g_clear_object (&growing->adjustment);
}

static void
growing_free (gpointer data)
{
  let_go (data);
  g_free (data);
}

static gboolean
grow_cb (gpointer user_data)
{
  Growing *growing = user_data;

  growing->idle = 0;
  go_on (growing, growing->grow (growing->owner));

  return G_SOURCE_REMOVE;
}

static void
grow_later (Growing *growing)
{
  let_go (growing);
  growing->idle = g_idle_add_full (G_PRIORITY_LOW, grow_cb, growing, NULL);
}

static void
look_cb (GtkAdjustment *adjustment, Growing *growing)
{
  double page = gtk_adjustment_get_page_size (adjustment);

  if (gtk_adjustment_get_value (adjustment) + (1 + PAGES_LEFT) * page >= gtk_adjustment_get_upper (adjustment))
    grow_later (growing);
}

static void
go_on (Growing *growing, JxGrowth growth)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (GTK_WIDGET (growing->list), GTK_TYPE_SCROLLED_WINDOW);

  if (growth == JX_GROWTH_ENDED)
    jx_growing_list_stop (growing->list);
  else if (growth == JX_GROWTH_GOES_ON || scroller == NULL)
    grow_later (growing);
  else
    {
      growing->adjustment = g_object_ref (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)));
      g_signal_connect (growing->adjustment, "value-changed", G_CALLBACK (look_cb), growing);
    }
}

void
jx_growing_list_start (GtkListBox *list, JxGrow grow, gpointer owner)
{
  Growing *growing = NULL;

  g_return_if_fail (GTK_IS_LIST_BOX (list) && grow != NULL);

  growing = g_new0 (Growing, 1);
  growing->list = list;
  growing->grow = grow;
  growing->owner = owner;
  g_object_set_data_full (G_OBJECT (list), KEY, growing, growing_free);
  go_on (growing, grow (owner));
}

void
jx_growing_list_stop (GtkListBox *list)
{
  g_return_if_fail (GTK_IS_LIST_BOX (list));

  g_object_set_data (G_OBJECT (list), KEY, NULL);
}
