/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/jx-find-bar.h"
#include "app/jx-match-list.h"

G_BEGIN_DECLS

/* Of the scope drop-down; the third is there while a project is looked at. */
enum { SCOPE_ALL, SCOPE_DEPARTMENT, SCOPE_PROJECT };

/* The parts of the bar: jx-find-bar.c is the widget, jx-find-bar-search.c finds, jx-find-bar-replace.c replaces. */
struct _JxFindBar
{
  GtkWidget parent_instance;

  JxHistory *history; /* nullable */
  JxItem *current;    /* nullable: the root or a project */
  JxSearch *found;    /* nullable */
  JxMatchList *entries;
  JxMatch last;       /* the match shown last; no item before any was */
  guint at;           /* its place among those found; G_MAXUINT when it is not there */
  guint slice;        /* source that goes on searching */
  gboolean stale;     /* the document changed while nobody saw the matches */
  gboolean syncing;   /* what the widgets tell is our own doing */

  GtkSearchBar *bar;
  GtkToggleButton *replace_mode;
  GtkEditable *needle;
  GtkLabel *count;
  GtkWidget *previous;
  GtkWidget *next;
  GtkToggleButton *match_case;
  GtkToggleButton *whole_word;
  GtkToggleButton *regex;
  GtkDropDown *scope;
  GtkStringList *scopes;
  GtkToggleButton *list_mode;
  GtkEditable *replacement;
  GtkWidget *replace;
  GtkWidget *replace_all;
  GtkLabel *reason;
  GtkWidget *matches;
  GtkListView *list;
  GtkSingleSelection *selection;
};

/* jx-find-bar.c */
void jx_find_bar_emit_reveal (JxFindBar *self, gboolean enter);
void jx_find_bar_emit_replaced (JxFindBar *self, guint n_replaced, guint n_skipped);

/* jx-find-bar-search.c */
/* jx_find_bar_show_reason: @wrong: (nullable): which of the entries it is about; @reason: (nullable): all is well. */
void jx_find_bar_show_reason (JxFindBar *self, GtkEditable *wrong, const char *reason);
/* jx_find_bar_show_state: says how many there are and which is shown, in figures, in the list and to screen readers. */
void jx_find_bar_show_state (JxFindBar *self);
/* jx_find_bar_make_search: of what the bar asks for, not begun: (nullable). */
JxSearch *jx_find_bar_make_search (JxFindBar *self, GError **error);
/* jx_find_bar_forget: nothing is found any more. */
void jx_find_bar_forget (JxFindBar *self);
void jx_find_bar_search_anew (JxFindBar *self);
/* jx_find_bar_ensure_found: searches to the end. Returns: whether there is a match. */
gboolean jx_find_bar_ensure_found (JxFindBar *self);
void jx_find_bar_reveal (JxFindBar *self, guint at, gboolean enter);

/* jx-find-bar-replace.c */
/* jx_find_bar_replace: replaces the match shown and goes to the next; what comes in its place is not looked in. */
void jx_find_bar_replace (JxFindBar *self);
/* jx_find_bar_replace_all: shows what it would do first. */
void jx_find_bar_replace_all (JxFindBar *self);

G_END_DECLS
