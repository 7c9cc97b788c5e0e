/** Issuing the year's key points, over HTTP. */
package org.dudao.publication.internal.keypoints.web;
