#include "model/jx-item.h"
