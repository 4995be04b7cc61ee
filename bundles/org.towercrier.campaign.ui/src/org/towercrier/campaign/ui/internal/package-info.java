/** Views of campaigns: the board, the editor of the five steps, the gate, the room in the cells, the result, and the page for the front line. */
package org.towercrier.campaign.ui.internal;
