// On its own, because most pages with a chart draw bars only.
export { LineChart } from 'echarts/charts';
