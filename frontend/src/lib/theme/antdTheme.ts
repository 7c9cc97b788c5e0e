import type { ThemeConfig } from 'antd';
import { tokens } from './tokens';

/** Ant Design dressed in our tokens. On a phone controls grow to a 48 px target and 16 px text. */
export function antdTheme(phone: boolean): ThemeConfig {
  return {
    token: {
      colorPrimary: tokens.accent,
      colorLink: tokens.accent,
      colorLinkHover: tokens.accentStrong,
      colorInfo: tokens.accent,
      colorError: tokens.failing,
      colorWarning: tokens.dueSoon,
      colorSuccess: tokens.done,
      // soft grounds of our own: derived from dark signals they would come out muddy
      colorInfoBg: tokens.accentSoft,
      colorErrorBg: tokens.failingSoft,
      colorWarningBg: tokens.dueSoonSoft,
      colorSuccessBg: tokens.doneSoft,
      colorText: tokens.ink,
      colorTextSecondary: tokens.inkSoft,
      colorTextTertiary: tokens.inkFaint,
      colorTextDescription: tokens.inkFaint,
      colorTextPlaceholder: tokens.inkFaint,
      colorBorder: tokens.lineStrong,
      colorBorderSecondary: tokens.line,
      colorBgLayout: tokens.canvas,
      borderRadius: tokens.radius,
      // the page says it, by its language
      fontFamily: 'inherit',
      fontSize: phone ? 16 : tokens.fontSize,
      controlHeight: phone ? 48 : 32,
      motionDurationMid: '0.12s',
      motionDurationSlow: '0.18s',
    },
    components: {
      Tree: { nodeSelectedBg: tokens.accentSoft, nodeHoverBg: tokens.sunken },
      Tabs: { horizontalMargin: '0 0 16px 0', titleFontSize: phone ? 16 : 14 },
      Drawer: { paddingLG: phone ? 16 : 20 },
      Form: { itemMarginBottom: 16, verticalLabelPadding: '0 0 4px', labelRequiredMarkColor: tokens.accent },
    },
  };
}
