/**
 * Planning problems, their solutions and the service that solves them. What is proven is said as a bound; where nothing is proven, there is none.
 */
package org.towercrier.planning;
