const trial = {
  title: '试评',
};

export default trial;
