/** Index systems as the workbook offices already use: 一级指标 · 二级指标 · 三级指标 · 评估要点 · 分值 · 评分办法. */
package org.dudao.indexsystem.internal.sheet;
