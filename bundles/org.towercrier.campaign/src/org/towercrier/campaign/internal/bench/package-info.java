/** Performance figures about campaigns. */
package org.towercrier.campaign.internal.bench;
