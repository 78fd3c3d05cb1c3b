// BullMQ beside Payshift's queue: node bullmq.mjs PORT EVENTS, where EVENTS is a JSON array of events.
// Each line on stdin is a command, "enqueue COUNT" or "process COUNT"; the answer is a line with its seconds.
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { Queue, Worker } from 'bullmq';

const inFlight = 64;
const concurrency = 100;
const name = 'webhooks';
const connection = { host: '127.0.0.1', port: Number(process.argv[2]), maxRetriesPerRequest: null };
const events = JSON.parse(readFileSync(process.argv[3], 'utf8'));
const queue = new Queue(name, { connection });

async function enqueue(count) {
  let next = 0;
  await Promise.all(Array.from({ length: inFlight }, async () => {
    while (next < count) {
      const event = events[next++ % events.length];
      await queue.add(event.type, event, { removeOnComplete: true });
    }
  }));
}

async function work(worker, count) {
  await new Promise((resolve, reject) => {
    worker.on('completed', () => {
      if (--count === 0) {
        resolve();
      }
    });
    worker.on('failed', (_, error) => reject(error));
    worker.run().catch(reject);
  });
}

async function timed(action) {
  const started = performance.now();
  await action();
  return (performance.now() - started) / 1000;
}

for await (const line of createInterface({ input: process.stdin })) {
  const [command, count] = line.split(' ');
  if (command === 'enqueue') {
    await queue.waitUntilReady();
    console.log(await timed(() => enqueue(Number(count))));
  } else {
    const worker = new Worker(name, async () => {}, { connection, concurrency, autorun: false });
    await worker.waitUntilReady();
    console.log(await timed(() => work(worker, Number(count))));
    await worker.close();
  }
}

await queue.close();
