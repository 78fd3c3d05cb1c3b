import { Page } from '../ui/Page';

export function FailuresPage() {
  return <Page title="Failures">{null}</Page>;
}
