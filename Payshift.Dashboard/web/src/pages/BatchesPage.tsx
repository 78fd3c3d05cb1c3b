import { Page } from '../ui/Page';

export function BatchesPage() {
  return <Page title="Batches">{null}</Page>;
}
