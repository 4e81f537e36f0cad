/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a disk has of a program's files when the power goes; jx-power.c, loaded into the program, keeps it. */

/** jx_power_disk_hold: from now on the disk stays as it is. Returns: for jx_power_disk_let_go(). */
int jx_power_disk_hold (const char *disk);
void jx_power_disk_let_go (int hold);

/** jx_power_disk_read: makes in the new folder @target what is left of @root on @disk. */
void jx_power_disk_read (const char *disk, const char *root, const char *target);

G_END_DECLS
