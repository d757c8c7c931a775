import { describe, expect, it } from 'vitest';
import { readListing } from './bucket-listing.ts';

const listing = (key: string, more = ''): string => `<?xml version="1.0" encoding="UTF-8"?>
<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Name>inbox</Name><Prefix></Prefix>${more}
<Contents><Key>${key}</Key><ETag>&quot;9a1b-2&quot;</ETag><Size>20</Size><Owner><ID>x</ID></Owner></Contents>
</ListBucketResult>`;

describe('the listing of a bucket', () => {
  it('gives names as they are, whether the server encoded them or not', () => {
    const expected = { key: 'in/a b+ñ & 100%.csv', etag: '9a1b-2', size: 20 };
    const encoded = listing('in/a+b%2B%C3%B1+%26+100%25.csv', '<EncodingType>url</EncodingType>');
    expect(readListing(encoded)).toEqual({ objects: [expected], continuation: null });
    expect(readListing(listing('in/a b+ñ &amp; 100%.csv'))?.objects).toEqual([expected]);
  });

  it('tells how to go on', () => {
    const more = '<IsTruncated>true</IsTruncated><NextContinuationToken>1ueG/=</NextContinuationToken>';
    expect(readListing(listing('a', more))?.continuation).toBe('1ueG/=');
  });

  it('is none where the answer is something else', () => {
    expect(readListing('<html><body>Sign in</body></html>')).toBeNull();
  });
});
