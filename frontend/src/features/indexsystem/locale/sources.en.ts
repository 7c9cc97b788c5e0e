/**
 * What the shipped index systems say of their sources, in English. Titles of papers stay as they are printed, in Chinese; a text
 * an office wrote itself is not here and is shown as it was written.
 */
export const SOURCES_EN: Record<string, string> = {
  '中小学（幼儿园）安全工作专项督导的通行内容':
    'Common content of inspections of school and kindergarten safety',
  '《学校食品安全与营养健康管理规定》（2019 年）的主要要求':
    'Main requirements of the 2019 rules on school food safety and nutrition (《学校食品安全与营养健康管理规定》)',
  '宁夏 2019 年评价办法的等级与降级；县级自评扣分做法（缙云）':
    'Grades and downgrades of Ningxia’s 2019 measures; deductions of county self-evaluation (Jinyun)',
  '区域教育现代化监测评估（16 项、A/B/C 等次；一个 C 或两个 B 不通过）':
    'Monitoring of regional education modernisation (16 items graded A, B or C; one C or two B fail)',
  '教育部关于作业、睡眠、手机、读物、体质管理的通知（2021 年）':
    'Ministry of Education notices of 2021 on homework, sleep, phones, reading matter and fitness',
  义务教育经费保障机制政策与审计常见问题:
    'The funding policy of compulsory education, and what audits commonly find',
  '国教督办函〔2015〕32号（八项条件、39 个检查点）':
    '国教督办函〔2015〕32号 (eight conditions, 39 checkpoints)',
  县级学校综合督导评估方案的通行结构: 'Common structure of county plans for evaluating schools',
  学校健康教育评价方案的通行项目: 'Common items of plans for evaluating health education in schools',
  '《学校体育工作条例》及中小学校体育工作督导评估的通行内容':
    'The Regulations on School Physical Education (《学校体育工作条例》) and common content of PE inspections',
  '省定义务教育学校办学基本标准；数值借用教督〔2017〕6号小学标准':
    'Provincial basic standards of compulsory schools; figures taken from the primary standards of 教督〔2017〕6号',
  各地教学常规管理督导细则的通行内容: 'Common content of local rules for inspecting teaching routines',
  '各地春、秋季开学检查通知的通行内容':
    'Common content of local notices of spring and autumn term-opening checks',
  '福建等地五个方面的做法；余庆 2009 年百分制':
    'The five aspects used in Fujian and elsewhere; Yuqing’s hundred-point scheme of 2009',
  '《中小学校责任督学挂牌督导办法》（2013 年 9 月）':
    'Measures for responsible inspectors of schools, September 2013 (《中小学校责任督学挂牌督导办法》)',
  '观测点由本软件编写，供修改后使用；未与正式文件逐条核对。':
    'The points to observe were drafted with this software, to be adapted before use; they were not checked line by line against official papers.',
  '评估要点和评分办法由本软件编写，供修改后使用；未与正式文件逐条核对。':
    'What to look at and how to score was drafted with this software, to be adapted before use; it was not checked line by line against official papers.',
  '指标、分值由本软件拟定。': 'The indicators and points were drafted with this software.',
  '“先进”定为 10 项全部达标、“合格”定为满足上述条件，由本软件拟定；本省另有规定的，改等级的分数线。':
    '“Advanced” as all 10 items met and “qualified” as the conditions above met was drafted with this software; where the province rules otherwise, change the cut-offs of the grades.',
  '要点凭记忆整理，须对照原文核对。':
    'The main points were written from memory and must be checked against the text.',
  '90/80/65 分数线与降级情形出自宁夏 2019 年；其他省须修改。':
    'The lines 90, 80 and 65 and the downgrades are Ningxia’s of 2019; other provinces must change them.',
  '各项分值由本软件拟定。': 'The points of the items were drafted with this software.',
  '通过规则出自来源材料；16 项名称由本软件整理，未核对。':
    'The pass rule is from the source papers; the 16 names were compiled with this software and not checked.',
  '通知要点凭记忆整理，数值须对照原文核对。':
    'The main points of the notices were written from memory; figures must be checked against the text.',
  '违规类型名称有审计出处；坐收坐支、白条、超范围支出、未公示、大额现金、资产未登记凭记忆列入。':
    'The names of the violations are from audits; spending receipts directly, informal vouchers, spending out of scope, lack of disclosure, large cash payments and unregistered assets were listed from memory.',
  '八项条件名称有据；检查点为摘要，未列全 39 个。':
    'The names of the eight conditions have a source; the checkpoints are a summary and not all 39.',
  '指标与分值由本软件拟定。': 'Indicators and points were drafted with this software.',
  '等级“优级甲/乙/丙等”见于来源材料，分数线未核实，可修改。':
    'The grades 优级甲, 优级乙, 优级丙 and so on are from the source papers; their lines are not verified and may be changed.',
  '项目名称按来源材料整理为 20 项，分值（每项 5 分）由本软件拟定，未核对。':
    'The names were compiled from the source papers as 20 items; the points (5 each) were drafted with this software and not checked.',
  '分值由本软件拟定；体质健康数据标准须按省定值修改。':
    'The points were drafted with this software; fitness standards must be set to the province’s values.',
  '各省标准不同，数值须按本省标准修改。': 'Standards differ by province; set the figures to those of yours.',
  '“10 项达标 8 项、其余不低于标准 60%”为某地做法，未在国家文件中见到。':
    '“8 of 10 items met, the rest at no less than 60% of the standard” is a local practice, not seen in national papers.',
  '分值由本软件拟定。': 'The points were drafted with this software.',
  '五个方面有地方出处；各项分值由本软件拟定。':
    'The five aspects have local sources; the points were drafted with this software.',
  '八项事项的名称有据；各事项下的观测点由本软件编写，未核对。':
    'The names of the eight matters have a source; the points to observe under them were drafted with this software and not checked.',
  '由系统统计的各项标准见“督导规则”，逐条注明依据和是否核实。':
    'The standards of what the system counts are under “Rules of supervision”, each with its ground and whether it was confirmed.',
};
