import { BarChart } from 'echarts/charts';
import { AriaComponent, GridSimpleComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

use([BarChart, GridSimpleComponent, AriaComponent, SVGRenderer]);

type Tone = 'accent' | 'ok' | 'late' | 'silent' | 'active' | 'blocked' | 'neutral' | 'draft';

/** What <chart> writes in data-chart. Values are directly labelled, so no tooltip and no axis of numbers. */
interface Chart {
  kind: 'bar' | 'line';
  horizontal?: boolean;
  stacked?: boolean;
  unit?: string;
  label: string;
  categories: string[];
  series: { name: string; tone?: Tone; values: (number | null)[]; tones?: Tone[] }[];
}

const number = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 2 });

export async function draw(figure: HTMLElement): Promise<void> {
  const canvas = figure.querySelector<HTMLElement>('.chart-canvas');
  if (!canvas || figure.dataset['ready']) return;
  figure.dataset['ready'] = 'true';
  const chart = JSON.parse(figure.dataset['chart']!) as Chart;
  if (chart.kind === 'line') use((await import('./chart-line')).LineChart);
  // Names of categories side by side do not fit on a phone: bars then lie down.
  chart.horizontal ||= chart.kind === 'bar' && chart.categories.length > 3 && canvas.clientWidth < 520;
  const gutter = Math.min(220, Math.round(canvas.clientWidth * .38));
  const colour = palette(figure);
  const text = { color: colour('neutral'), fontFamily: getComputedStyle(figure).fontFamily, fontSize: 13 };

  const view = init(canvas, null, { renderer: 'svg' });
  const names = {
    type: 'category' as const,
    data: chart.categories,
    inverse: chart.horizontal === true,
    axisTick: { show: false },
    axisLine: { show: !chart.horizontal, lineStyle: { color: colour('draft') } },
    axisLabel: { ...text, interval: 0, lineHeight: 16, overflow: 'break' as const, ...(chart.horizontal ? { width: gutter - 12 } : { hideOverlap: true }) },
  };
  const values = { type: 'value' as const, show: false };
  view.setOption({
    animation: false,
    textStyle: text,
    aria: { enabled: true, label: { description: chart.label } },
    grid: { left: chart.horizontal ? gutter : 4, right: chart.horizontal ? 48 : 4, top: chart.horizontal ? 0 : 24, bottom: chart.horizontal ? 0 : 28 },
    xAxis: chart.horizontal ? values : names,
    yAxis: chart.horizontal ? names : values,
    series: chart.series.map(series => ({
      name: series.name,
      type: chart.kind,
      ...(chart.stacked ? { stack: 'all' } : {}),
      barMaxWidth: chart.horizontal ? 18 : 44,
      symbolSize: 7,
      lineStyle: { width: 2 },
      itemStyle: { color: colour(series.tone ?? 'accent'), borderRadius: chart.stacked ? 0 : chart.horizontal ? [0, 3, 3, 0] : [3, 3, 0, 0] },
      data: series.values.map((value, index) => {
        const tone = series.tones?.[index];
        return tone ? { value, itemStyle: { color: colour(tone) } } : { value };
      }),
      label: {
        show: true,
        position: chart.stacked ? 'inside' : chart.horizontal ? 'right' : 'top',
        ...text,
        color: chart.stacked ? '#fff' : colour('neutral'),
        fontWeight: 600,
        formatter: ({ value }: { value: unknown }) => typeof value === 'number' && value !== 0 ? number.format(value) + (chart.unit ? ` ${chart.unit}` : '') : '',
      },
    })),
  });
  new ResizeObserver(() => view.resize()).observe(canvas);
}

/** Colours come from the style sheet, so that a space's accent reaches its charts. */
function palette(within: HTMLElement): (tone: Tone) => string {
  const probe = document.createElement('i');
  probe.hidden = true;
  within.append(probe);
  const known = new Map<Tone, string>();
  return tone => {
    if (!known.has(tone)) {
      probe.className = `fill-${tone}`;
      known.set(tone, getComputedStyle(probe).color);
    }
    return known.get(tone)!;
  };
}
