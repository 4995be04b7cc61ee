/**
 * Campaigns for segments of customers as a closed loop of five steps: need, value position, offers, communication, execution with a result. Who is contacted is decided by
 * one gate; who may be addressed is frozen at launch; what a campaign did is measured against a control group; cells without room are spared.
 */
@org.osgi.annotation.versioning.Version("0.1.0")
package org.towercrier.campaign;
