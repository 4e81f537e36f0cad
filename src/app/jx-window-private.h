/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/jx-draft.h"
#include "app/jx-draft-keeper.h"
#include "app/jx-file-bar.h"
#include "app/jx-find-bar.h"
#include "app/jx-form-choice.h"
#include "app/jx-loader.h"
#include "app/jx-page.h"
#include "app/jx-paper-choice.h"
#include "app/jx-sidebar.h"
#include "app/jx-start-page.h"
#include "app/jx-busy.h"
#include "app/jx-window.h"

G_BEGIN_DECLS

/* The parts of the window: jx-window.c holds it together, jx-window-tabs.c its tabs, -edit.c what
 * changes the document, -form.c by which form it is seen, -open.c, -import.c and -save.c files, -file.c what others do to the
 * file, -draft.c what is not saved yet, -export.c what goes out, -compare.c how it differs. */
struct _JxWindow
{
  AdwApplicationWindow parent_instance;

  JxSession *session;    /* NULL: the start page */
  JxDraftKeeper *drafts; /* of the session */
  JxFileWatch *file_watch; /* of its file */
  char *opening;         /* the path being read */
  GCancellable *reading;
  gboolean touched;      /* the document has changed since its file is being read again */
  JxDocument *origin;    /* what was taken in last, as it was then; NULL: nothing was */
  GtkWindow *comparing;  /* weak: shows how the document differs */
  gboolean closing;      /* closes once it is saved */
  JxBusy *saving;        /* (nullable): while the document is written */
  gboolean narrow;
  gboolean show_sidebar; /* in a wide window */
  guint fold;            /* source that folds the sidebar away */
  AdwTabView *stray;     /* (nullable): holds a tab dropped outside of all windows */
  int stray_place;       /* where it was */
  guint tidy;            /* source that puts the tabs in order after a drag */
  gboolean retitle;      /* projects are called or numbered other than their tabs */
  guint inhibitor;       /* of logging out, while something is unsaved */
  JxPaperChoice *paper_choice; /* of the session */
  JxFormChoice *form_choice; /* of the session */
  GtkWidget *preview;    /* weak: of the session's pages */
  char *chart_item;      /* path of the item whose chart is being saved */
  GtkWidget *before_find; /* weak: what had the focus before the find bar */
  GtkWidget *found;      /* weak: what shows the match found last */
  guint scroll_tick;     /* scrolls to it, for so many frames more */
  guint scroll_frames;

  AdwToastOverlay *toasts;
  GtkWidget *before_menu; /* weak: what had the focus when the main menu opened */
  AdwToast *said; /* weak: what was said last, while it is shown or waits for its turn */
  AdwWindowTitle *title;
  GtkWidget *sidebar_button;
  GtkWidget *undo_button;
  GtkWidget *redo_button;
  GtkWidget *print_button;
  GtkMenuButton *menu_button;
  GtkWidget *zoom_button; /* in the menu */
  GtkMenuButton *form_button;
  GtkWidget *form_label;
  GtkStack *stack;
  JxStartPage *start_page;
  JxFileBar *file_bar;
  JxFindBar *find_bar;
  GtkWidget *find_button;
  AdwFlap *flap;
  JxSidebar *sidebar;
  AdwTabView *tabs;
};

/* jx-window.c */
/* jx_window_toast_undo: as jx_window_toast(), with a button that takes the last step back. */
void jx_window_toast_undo (JxWindow *self, const char *text);
/* jx_window_say_deleted: for a page that deleted what the parameter names. */
void jx_window_say_deleted (JxWindow *self, GVariant *parameter);
/* jx_window_complain: a dialog with one sentence; @heading says what could not be done. */
void jx_window_complain (JxWindow *self, const char *heading, const char *sentence);

/* jx-window-show.c */
void jx_window_search (JxWindow *self, GVariant *parameter);
void jx_window_show_menu (JxWindow *self, GVariant *parameter);
void jx_window_init_menu (JxWindow *self);
void jx_window_show_commands (JxWindow *self, GVariant *parameter);
void jx_window_show_shortcuts (JxWindow *self, GVariant *parameter);
void jx_window_show_guide (JxWindow *self, GVariant *parameter);
void jx_window_show_preferences (JxWindow *self, GVariant *parameter);
void jx_window_show_about (JxWindow *self, GVariant *parameter);

/* jx-window-zoom.c */
void jx_window_init_zoom (JxWindow *self);
void jx_window_zoom_in (JxWindow *self, GVariant *parameter);
void jx_window_zoom_out (JxWindow *self, GVariant *parameter);
void jx_window_zoom_fit (JxWindow *self, GVariant *parameter);

/* jx-window-form.c */
void jx_window_init_form (JxWindow *self);
/* jx_window_take_form_choice: that of the session the window has now. */
void jx_window_take_form_choice (JxWindow *self);
/* jx_window_update_form: after another form, another tab or another width. */
void jx_window_update_form (JxWindow *self);
/* jx_window_show_form: @id: (nullable): of any form: what was taken in is seen as it came, where that was a project's. */
void jx_window_show_form (JxWindow *self, const char *id);
void jx_window_choose_form (JxWindow *self, GVariant *parameter);

/* jx-window-tabs.c */
void jx_window_init_tabs (JxWindow *self);
void jx_window_fill_tabs (JxWindow *self);
void jx_window_empty_tabs (JxWindow *self);
/* jx_window_show_tab: @item: the root or a project; its tab is made where there is none. */
void jx_window_show_tab (JxWindow *self, JxItem *item);
/* jx_window_get_current_item: what the current tab shows: (nullable). */
JxItem *jx_window_get_current_item (JxWindow *self);
JxPage *jx_window_get_current_page (JxWindow *self);
/* jx_window_commit_all: as jx_window_commit(), of all tabs; the one with what does not fit is shown. */
gboolean jx_window_commit_all (JxWindow *self);
void jx_window_open_overview (JxWindow *self, GVariant *parameter);
void jx_window_open_project (JxWindow *self, GVariant *parameter);
void jx_window_close_tab (JxWindow *self, GVariant *parameter);
void jx_window_move_tab_back (JxWindow *self, GVariant *parameter);
void jx_window_move_tab_forward (JxWindow *self, GVariant *parameter);

/* jx-window-edit.c */
void jx_window_undo (JxWindow *self, GVariant *parameter);
void jx_window_redo (JxWindow *self, GVariant *parameter);
void jx_window_add_project (JxWindow *self, GVariant *parameter);
void jx_window_add_projects (JxWindow *self, GVariant *parameter);
void jx_window_duplicate_project (JxWindow *self, GVariant *parameter);
/* jx_window_open_library: of indicators, for the project shown. */
void jx_window_open_library (JxWindow *self, GVariant *parameter);
void jx_window_keep_template (JxWindow *self, GVariant *parameter);
void jx_window_rename_project (JxWindow *self, GVariant *parameter);
/* jx_window_move_project_to: the project at the first place to the second. */
void jx_window_move_project_to (JxWindow *self, GVariant *parameter);
/* jx_window_sort_projects: by "code", "name" or "budget" (the largest first). */
void jx_window_sort_projects (JxWindow *self, GVariant *parameter);
void jx_window_delete_project (JxWindow *self, GVariant *parameter);
void jx_window_move_project_up (JxWindow *self, GVariant *parameter);
void jx_window_move_project_down (JxWindow *self, GVariant *parameter);

/* jx-window-find.c */
void jx_window_init_find (JxWindow *self);
void jx_window_find (JxWindow *self, GVariant *parameter);
void jx_window_find_replace (JxWindow *self, GVariant *parameter);
void jx_window_find_next (JxWindow *self, GVariant *parameter);
void jx_window_find_previous (JxWindow *self, GVariant *parameter);

/* jx-window-read.c */
/* JxWindowRead: @loaded: (nullable): %NULL where @path could not be read or the user stopped it; she is told afterwards. @how: as given to jx_window_read(). */
typedef void (*JxWindowRead) (JxWindow *self, const char *path, JxLoaded *loaded, int how);
/* jx_window_read: reads any file, behind a note, and calls @done unless the window has gone meanwhile. Nothing else may be being read. */
void jx_window_read (JxWindow *self, const char *path, JxWindowRead done, int how);

/* jx-window-open.c */
void jx_window_new_document (JxWindow *self, GVariant *parameter);
void jx_window_open_another (JxWindow *self, GVariant *parameter);
void jx_window_choose_document (JxWindow *self, GVariant *parameter);
/* jx_window_choose_last_year: a new document, begun with all that last year's planned. */
void jx_window_choose_last_year (JxWindow *self, GVariant *parameter);
/* jx_window_begin_next_year: the same, from the file @path. */
void jx_window_begin_next_year (JxWindow *self, const char *path);
void jx_window_open_sample (JxWindow *self, GVariant *parameter);
void jx_window_open_parameter (JxWindow *self, GVariant *parameter);
/* jx_window_dup_stem: Returns: (transfer full): what a document from the file @path is called. */
char *jx_window_dup_stem (const char *path);
/* jx_window_reload: reads the session's file again and shows that. */
void jx_window_reload (JxWindow *self);
/* jx_window_open_elsewhere: shows @path in whatever window is right for it. */
void jx_window_open_elsewhere (JxWindow *self, const char *path);

/* jx-window-import.c */
void jx_window_choose_import (JxWindow *self, GVariant *parameter);
void jx_window_import_copied (JxWindow *self, GVariant *parameter);
void jx_window_choose_import_folder (JxWindow *self, GVariant *parameter);
/* jx_window_take_in: @paths: files or folders: into the document, by a dialog; one alone into no document is opened. */
void jx_window_take_in (JxWindow *self, char **paths);
/* jx_window_take_in_copied: @contents: what another program put on the clipboard, a page or a text: into the document, by a dialog. */
void jx_window_take_in_copied (JxWindow *self, GBytes *contents);
/* jx_window_drop: @files: (element-type GFile). Returns: whether anything became of them. */
gboolean jx_window_drop (JxWindow *self, GSList *files);

/* jx-window-compare.c */
/* jx_window_compare_file: with what the document's file holds now. */
void jx_window_compare_file (JxWindow *self, GVariant *parameter);
void jx_window_compare (JxWindow *self, GVariant *parameter);
/* jx_window_compare_with: @path: any file. */
void jx_window_compare_with (JxWindow *self, const char *path);
void jx_window_show_changes (JxWindow *self, GVariant *parameter);
/* jx_window_note_origin: the document as it is now was taken in: changes are told since then. */
void jx_window_note_origin (JxWindow *self);
/* jx_window_forget_origin: another document comes. */
void jx_window_forget_origin (JxWindow *self);

/* jx-window-save.c */
void jx_window_save (JxWindow *self, GVariant *parameter);
void jx_window_save_as (JxWindow *self, GVariant *parameter);
/* jx_window_ask_before_closing: what to do about what is unsaved; then closes, or not. */
void jx_window_ask_before_closing (JxWindow *self);

/* jx-window-file.c */
void jx_window_init_file (JxWindow *self);
/* jx_window_watch_file: that of the session the window has now. */
void jx_window_watch_file (JxWindow *self);
void jx_window_ask_before_reloading (JxWindow *self, GVariant *parameter);
void jx_window_work_on_copy (JxWindow *self, GVariant *parameter);

/* jx-window-draft.c */
/* jx_window_keep_drafts: of the session the window has now. */
void jx_window_keep_drafts (JxWindow *self);
/* jx_window_note_typing: what is being typed goes into the draft. */
void jx_window_note_typing (JxWindow *self, GVariant *parameter);
/* jx_window_recover: shows what @draft holds as unsaved work on its file, or, where that was changed
 * meanwhile, as a document of its own; in this window or another. */
void jx_window_recover (JxWindow *self, JxDraft *draft);

/* jx-window-export.c */
void jx_window_export_pdf (JxWindow *self, GVariant *parameter);
void jx_window_export_other (JxWindow *self, GVariant *parameter);
void jx_window_save_chart (JxWindow *self, GVariant *parameter);
void jx_window_preview (JxWindow *self, GVariant *parameter);
void jx_window_print (JxWindow *self, GVariant *parameter);

G_END_DECLS
