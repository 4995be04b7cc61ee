/**
 * Where capacity is missing, why, what can be done about it, and which of it to do for a budget: diagnosis, cut-off demand, actions and
 * plan. A plug-in adds a kind of action as a service {@link org.towercrier.expansion.ActionKind}.
 */
package org.towercrier.expansion;
