/** Files, their content and what they prove. */
package org.dudao.evidence.internal;
