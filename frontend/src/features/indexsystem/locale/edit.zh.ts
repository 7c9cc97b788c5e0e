const edit = {
  newIndicator: '新指标',
  newItem: '新观测点',
};

export default edit;
