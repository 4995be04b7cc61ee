/**
 * What a solver library offers to the planning core: integer programmes. A component that implements
 * {@link org.towercrier.planning.solver.ProgrammeSolver} is optional; without one the planning core uses its own searches alone.
 */
package org.towercrier.planning.solver;
