import { DatePicker as Picker, type DatePickerProps } from 'antd';
import type { Dayjs } from 'dayjs';
import type { RangePickerProps } from 'antd/es/date-picker';
import { useTranslation } from 'react-i18next';

/** Shown as on the pages; typed in any of these. Each is of one length, so that half a day typed is none. */
function useFormats(picker: DatePickerProps['picker'] = 'date'): string[] | undefined {
  const { t } = useTranslation('common');
  if (picker === 'month') return [t('picker.month'), 'YYYY-MM', 'YYYYMM'];
  if (picker === 'date') return [t('picker.day'), 'YYYY-MM-DD', 'YYYYMMDD'];
  return undefined;
}

/** A day or a month, written in its field as everywhere else on the pages. */
export function DatePicker(props: DatePickerProps<Dayjs, false>) {
  return <Picker format={useFormats(props.picker)} {...props} />;
}

/** From a day until a day. */
function RangePicker(props: RangePickerProps) {
  return <Picker.RangePicker format={useFormats(props.picker)} {...props} />;
}

DatePicker.RangePicker = RangePicker;
