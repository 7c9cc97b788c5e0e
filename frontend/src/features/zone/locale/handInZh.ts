/** The office hands in what a phone could not send. */
const handIn = {
  title: '接收手机导出的记录',
  lead: '督学的手机一直连不上网时，在手机“发送”页导出未送达的记录，由督导室在这里代交。',
  state: '{{name}}于 {{at}} 导出，共 {{n}} 件，已收到 {{received}} 件',
  open: '接收手机导出的记录',
  file: '手机导出的文件',
  hint: '手机“发送”页导出的 zip 文件。先在本页查看，点“代交”后才送到服务器',
  records: '文件中的督导记录',
  note: '记录算作督学本人所交。重复代交不会产生两份，手机恢复网络后也不会重复。',
  none: '文件里没有督导记录。',
  startedAt: '签到时间',
  findings: '问题（个）',
  files: '照片和录音（个）',
  waiting: '未交',
  draft: '草稿，督学尚未写完，确认后可勾选代交',
  sending: '正在送达',
  before: '此前已收到（{{at}}）；照片没有传全的，可勾选再交一次',
  received: '{{at}} 收到',
  failed: '没有收下',
  fileMissing: '“{{name}}”没有送达：{{why}}',
  notInFile: '导出文件里没有它的内容，请从手机上重新导出',
  do: '代交 {{n}} 件',
  fault: {
    notZip: '这不是 zip 文件。请选择手机“发送”页导出的文件。',
    notOurs: '这个文件不是手机导出的督导记录。请选择手机“发送”页导出的文件。',
    newer: '这个文件由更新版本的手机端导出，请先升级服务器上的软件。',
    damaged: '文件已损坏，可能没有传完。请从手机上重新导出。',
  },
};

export default handIn;
